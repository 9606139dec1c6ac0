// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/doctor_panel.h"

#include "core/doctor/doctor.h"
#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/doctor_words.h"
#include "ui/settings/finding_model.h"
#include "ui/settings/finding_table.h"
#include "ui/settings/setting_words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int progressHeight = 6;
}

DoctorPanel::DoctorPanel(QWidget *parent)
    : QWidget(parent)
    , m_button(new ActionButton(
          QStringLiteral("doctorExamine"), tr("E&xamine"), QKeySequence(QStringLiteral("Alt+X")),
          tr("Looks at everything that a sale needs, as the settings stand on this page"),
          ActionButton::Weight::Main, this))
    , m_line(new ToneLabel(QStringLiteral("doctorLine"), this))
    , m_progress(new QProgressBar(this))
    , m_model(new FindingModel(this))
    , m_table(new QTableView(this))
{
    setUpTable();
    layOut();
    connect(m_button, &QPushButton::clicked, this, &DoctorPanel::press);
    forget();
}

DoctorPanel::~DoctorPanel()
{
    if (m_port) // Nobody is here to read the answer.
        m_port->stopExamining();
}

void DoctorPanel::layOut()
{
    auto *about = new ToneLabel(QStringLiteral("doctorAbout"), this);
    about->setText(
        tr("Looks at Redis, database, convenience store, disk, port and secrets, with the settings as "
           "they stand on this page, saved or not. It changes nothing, and may run beside a sale."));
    about->setTone(theme::Tone::Muted);
    about->setWordWrap(true);
    m_line->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("doctorProgress"));
    m_progress->setAccessibleName(tr("Progress of the examination"));
    m_progress->setRange(0, doctor::checkCount);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(progressHeight);
    QSizePolicy keepsRoom = m_progress->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsRoom);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_button);
    row->addWidget(m_line, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(about);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
}

void DoctorPanel::setUpTable()
{
    m_table->setObjectName(QStringLiteral("doctorFindings"));
    m_table->setAccessibleName(tr("What the doctor found"));
    setUpFindings(*m_table, *m_model);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &DoctorPanel::fitRows);
}

void DoctorPanel::press()
{
    if (!isAtWork())
        return Q_EMIT examineAsked();
    m_stopped = true;
    m_button->setEnabled(false);
    m_port->stopExamining();
}

void DoctorPanel::examine(SettingsPort &port, const SettingsPort::Changes &changes)
{
    m_port = &port;
    m_stopped = false;
    m_model->setAll({});
    showState();
    run(this, ++m_number, changes);
}

QCoro::Task<> DoctorPanel::run(QPointer<DoctorPanel> self, int number, SettingsPort::Changes changes)
{
    const SettingsPort::Found found = [self, number](const doctor::Check &check) {
        if (self && self->m_number == number && self->isAtWork())
            self->showFound(check);
    };
    auto task = self->m_port->examine(changes, DoctorWords::tongue(), found);
    const auto answer = co_await task;
    if (self && self->m_number == number)
        self->end(answer);
}

void DoctorPanel::showFound(const doctor::Check &check)
{
    m_model->add(check);
    m_table->scrollToBottom();
    showState();
}

void DoctorPanel::forget()
{
    if (m_port)
        m_port->stopExamining();
    m_port = nullptr;
    ++m_number;
    const bool had = m_model->rowCount() > 0;
    m_model->setAll({});
    showState();
    m_line->setTone(theme::Tone::Muted);
    m_line->setText(had ? tr("The settings have changed since: examine again.") : QString());
}

void DoctorPanel::end(const Answer &answer)
{
    const SettingsPort *asked = std::exchange(m_port, nullptr);
    if (answer)
        m_model->setAll(*answer);
    showState();
    m_table->scrollToTop();
    if (!answer) {
        const auto &error = answer.error();
        const auto rows = asked ? asked->rows() : QList<SettingRow>();
        QStringList labels;
        for (const QByteArray &key : error.names)
            labels.append(SettingWords::label(rows, QString::fromUtf8(key)));
        m_line->setTone(theme::Tone::Bad);
        m_line->setText(labels.isEmpty() ? tr("Nothing could be examined: %1").arg(error.detail)
                                         : tr("Correct first: %1").arg(labels.join(QStringLiteral(", "))));
        m_line->setToolTip(plainToolTip(error.detail));
        return;
    }
    const bool red = !doctor::isFit(*answer);
    const QString sums = DoctorWords::summary(*answer);
    m_line->setTone(red ? theme::Tone::Bad : m_stopped ? theme::Tone::Plain : theme::Tone::Good);
    m_line->setText(m_stopped ? tr("Stopped. %1").arg(sums)
                    : red     ? tr("A sale should not begin yet. %1").arg(sums)
                              : tr("Nothing stands against a sale. %1").arg(sums));
}

void DoctorPanel::showState()
{
    m_button->setEnabled(true);
    m_button->setWords(isAtWork() ? tr("Stop") : tr("E&xamine"));
    m_button->setAccessibleName(isAtWork() ? tr("Stop the examination") : tr("Examine the surroundings"));
    m_progress->setVisible(isAtWork());
    m_progress->setValue(m_model->rowCount());
    m_table->setVisible(m_model->rowCount() > 0);
    m_line->setToolTip(QString());
    if (isAtWork()) {
        m_line->setTone(theme::Tone::Waiting);
        m_line->setText(tr("Examining: %1 of %2…")
                            .arg(Words::number(m_model->rowCount()), Words::number(doctor::checkCount)));
    }
    fitRows();
}

void DoctorPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

void DoctorPanel::fitRows()
{
    m_table->resizeRowsToContents();
}

} // namespace seonchak
