// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/add_dialog.h"

#include "ui/coupons/refused_table.h"
#include "ui/parts/action_button.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seonchak {

AddDialog::AddDialog(DeskPort &port, QWidget *parent)
    : QDialog(parent)
    , m_port(port)
    , m_text(new QPlainTextEdit(this))
    , m_push(new QCheckBox(tr("P&ush them into the stock at once"), this))
    , m_line(new ToneLabel(QStringLiteral("addLine"), this))
    , m_refused(new RefusedTable(QStringLiteral("addRefused"), this))
{
    setObjectName(QStringLiteral("addDialog"));
    setWindowTitle(tr("Add coupons"));
    m_text->setObjectName(QStringLiteral("addCodes"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_push->setObjectName(QStringLiteral("addPush"));
    m_push->setAccessibleName(m_push->text().remove(QLatin1Char('&')));
    m_push->setChecked(true);
    m_line->setWordWrap(true);
    layOut();
    connect(m_text, &QPlainTextEdit::textChanged, this, &AddDialog::check);
    resize(600, 540);
    m_text->setFocus();
    check();
}

void AddDialog::layOut()
{
    auto *field = new LabelledField(tr("&Codes, one a line"), m_text, this);
    styleField(*m_text);
    styleField(*m_push);
    field->setHint(tr("One line adds one coupon. Paste as many as you like, up to a megabyte."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 18);
    layout->setSpacing(12);
    layout->addWidget(field, 3);
    layout->addWidget(m_line);
    // Four of them can be seen below the header.
    m_refused->setMinimumHeight(5 * m_refused->verticalHeader()->defaultSectionSize() + 8);
    layout->addWidget(m_refused, 2);
    layout->addWidget(m_push);
    layout->addWidget(buttons());
}

QWidget *AddDialog::buttons()
{
    auto *row = new QWidget(this);
    m_add =
        new ActionButton(QStringLiteral("addAction"), tr("Add"), QKeySequence(QStringLiteral("Ctrl+Return")),
                         tr("Adds all of them, or none"), ActionButton::Weight::Main, row);
    m_add->setDefault(true);
    m_cancel = new ActionButton(QStringLiteral("addCancel"), tr("Cancel"), {}, tr("Changes nothing (Esc)"),
                                ActionButton::Weight::Quiet, row);
    m_cancel->setAutoDefault(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addStretch(1);
    layout->addWidget(m_cancel);
    layout->addWidget(m_add);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddDialog::add);
    return row;
}

void AddDialog::check()
{
    const QString text = m_text->toPlainText();
    m_good.clear();
    QList<RefusedCode> refused;
    const bool tooLong = text.size() > longestText;
    if (!tooLong) {
        auto sifted = siftLines(text.toUtf8());
        refused = sifted.takeRefused();
        for (const auto &one : sifted.good()) {
            if (m_taken.contains(one.code))
                refused.append(RefusedCode{one.line, one.code, CodeFault::Taken, 0, {}});
            else
                m_good.append(one.code);
        }
        std::ranges::stable_sort(refused, {}, &RefusedCode::line);
    }
    m_refused->show(refused);
    m_add->setEnabled(!m_good.isEmpty());
    m_add->setWords(m_good.isEmpty() ? tr("Add") : tr("Add %1").arg(Words::number(m_good.size())));
    if (tooLong)
        say(tr("This is more than a megabyte. Save it as a file and use the CSV import."), true);
    else if (refused.isEmpty())
        say(m_good.isEmpty() ? QString() : tr("All %1 can be added.").arg(Words::number(m_good.size())),
            false);
    else
        say(tr("%1 can be added, %2 cannot:")
                .arg(Words::number(m_good.size()), Words::number(refused.size())),
            true);
}

void AddDialog::add()
{
    if (m_busy || m_good.isEmpty())
        return;
    setBusy(true);
    say(tr("Adding %1 coupons…").arg(Words::number(m_good.size())), false);
    run(this, m_port, m_good, m_push->isChecked());
}

QCoro::Task<> AddDialog::run(QPointer<AddDialog> self, DeskPort &port, QList<QByteArray> codes, bool push)
{
    auto task = port.add(codes, push);
    const auto result = co_await task;
    if (self)
        self->end(result);
}

void AddDialog::end(const Result<Added> &result)
{
    setBusy(false);
    if (result) {
        Q_EMIT added(result->coupons.size(), result->pushed);
        return accept();
    }
    const Error &error = result.error();
    if (error.trouble != Trouble::Conflict || error.names.isEmpty())
        return say(tr("Nothing was added. %1").arg(Words::advice(error)), true);
    for (const auto &name : error.names)
        m_taken.insert(name);
    check();
    say(tr("Nothing was added yet: %1 of them exist already. %2 can be added without them.")
            .arg(Words::number(error.names.size()), Words::number(m_good.size())),
        true);
}

void AddDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_text->setReadOnly(busy);
    m_push->setEnabled(!busy);
    m_add->setEnabled(!busy && !m_good.isEmpty());
    m_cancel->setEnabled(!busy);
}

void AddDialog::say(const QString &sentence, bool failed)
{
    m_line->setTone(failed ? theme::Tone::Bad : theme::Tone::Plain);
    m_line->setText(sentence);
    m_line->setVisible(!sentence.isEmpty());
}

void AddDialog::reject()
{
    if (!m_busy)
        QDialog::reject();
}

void AddDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::card(palette()));
}

} // namespace seonchak
