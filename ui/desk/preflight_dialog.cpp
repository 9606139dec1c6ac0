// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/preflight_dialog.h"

#include "core/doctor/doctor.h"
#include "ui/parts/action_button.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/reason_words.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/doctor_words.h"
#include "ui/settings/finding_model.h"
#include "ui/settings/finding_table.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

using Weight = ActionButton::Weight;
using theme::Tone;

namespace {
constexpr QSize usualSize(860, 560);
constexpr int barHeight = 6;

/// A labelled field names its lines after it.
QLineEdit *typedField(QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(QStringLiteral("preflightTyped"));
    return field;
}
} // namespace

PreflightDialog::PreflightDialog(Preflight &preflight, QString act, const SaleSign &sale, QWidget *parent)
    : PlainDialog(parent)
    , m_preflight(preflight)
    , m_act(std::move(act))
    , m_name(sale.typed())
    , m_line(new ToneLabel(QStringLiteral("preflightLine"), this))
    , m_progress(new QProgressBar(this))
    , m_model(new FindingModel(this))
    , m_table(new QTableView(this))
    , m_typed(typedField(this))
    , m_typing(new LabelledField(tr("To open in spite of it, type: %1").arg(m_name), m_typed, this))
{
    setObjectName(QStringLiteral("preflightDialog"));
    setWindowTitle(tr("Before the sale opens"));
    setUpTable();
    layOut();
    connect(m_typed, &QLineEdit::textChanged, this, &PreflightDialog::showState);
    resize(usualSize);
    examine();
}

void PreflightDialog::layOut()
{
    m_line->setWordWrap(true);
    m_line->setScale(1.1, true);
    m_progress->setRange(0, doctor::checkCount);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(barHeight);
    m_progress->setAccessibleName(tr("Progress of the examination"));
    m_typing->setHint(
        tr("This is the real sale. The audit trail records that you went on, and what stood against it."));
    auto *layout = makeLayout();
    layout->setSpacing(12);
    layout->addWidget(m_line);
    layout->addWidget(m_progress);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_typing);
    layout->addWidget(buttons());
}

void PreflightDialog::setUpTable()
{
    m_table->setObjectName(QStringLiteral("preflightFindings"));
    m_table->setAccessibleName(tr("What the doctor found"));
    setUpFindings(*m_table, *m_model);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, m_table,
            &QTableView::resizeRowsToContents);
}

QWidget *PreflightDialog::buttons()
{
    auto *row = new QWidget(this);
    m_stay = new ActionButton(QStringLiteral("preflightStay"), tr("Do not open"), {},
                              tr("Changes nothing (Esc)"), Weight::Quiet, row);
    m_again = new ActionButton(QStringLiteral("preflightAgain"), tr("Examine again"), {},
                               tr("Has everything looked at once more"), Weight::Quiet, row);
    m_go = new ActionButton(QStringLiteral("preflightGo"), tr("Go on"), {}, tr("Goes on to open the sale"),
                            Weight::Main, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addStretch(1);
    for (auto *button : {m_stay, m_again, m_go}) {
        button->setAutoDefault(true);
        layout->addWidget(button);
    }
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &PreflightDialog::examine);
    connect(m_go, &QPushButton::clicked, this, &PreflightDialog::goOn);
    return row;
}

void PreflightDialog::examine()
{
    m_answer.reset();
    m_typed->clear();
    m_model->setAll({});
    showState();
    m_preflight.examine(
        this, m_act,
        [this](const doctor::Check &check) {
            if (m_answer)
                return;
            m_model->add(check);
            showState();
        },
        [this](const Preflight::Answer &answer) { end(answer); });
}

void PreflightDialog::end(const Preflight::Answer &answer)
{
    m_answer = answer;
    if (answer)
        m_model->setAll(*answer);
    showState();
    m_table->scrollToTop();
    (isFit() ? static_cast<QWidget *>(m_go) : m_typed)->setFocus();
}

bool PreflightDialog::isFit() const
{
    return m_answer && *m_answer && doctor::isFit(**m_answer);
}

void PreflightDialog::showState()
{
    const bool red = m_answer && !isFit();
    m_progress->setVisible(!m_answer);
    m_progress->setValue(m_model->rowCount());
    m_table->resizeRowsToContents();
    m_typing->setVisible(red);
    m_again->setEnabled(m_answer.has_value());
    m_go->setEnabled(isFit() || (red && m_typed->text().trimmed() == m_name.trimmed()));
    m_go->setWords(red ? tr("Open in spite of it") : tr("Go on"));
    m_go->setWeight(red ? Weight::Danger : Weight::Main);
    (m_go->isEnabled() ? m_go : m_stay)->setDefault(true); // Enter opens nothing that may not be opened.
    m_line->setTone(!m_answer ? Tone::Waiting : red ? Tone::Bad : Tone::Good);
    if (!m_answer)
        m_line->setText(tr("Examining before the sale opens: %1 of %2…")
                            .arg(Words::number(m_model->rowCount()), Words::number(doctor::checkCount)));
    else if (!*m_answer)
        m_line->setText(
            tr("Nothing could be examined: %1").arg(ReasonWords::told(m_answer->error(), {}, {})));
    else
        m_line->setText((red ? tr("The sale should not open like this. %1")
                             : tr("Nothing stands against the opening. %1"))
                            .arg(DoctorWords::summary(**m_answer)));
}

void PreflightDialog::goOn()
{
    if (!isFit())
        m_preflight.noteOverridden(m_act, *m_answer);
    accept();
}

} // namespace seonchak
