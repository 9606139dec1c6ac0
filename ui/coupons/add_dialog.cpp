// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/add_dialog.h"

#include "ui/coupons/code_table.h"
#include "ui/coupons/paste_field.h"
#include "ui/parts/action_button.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int typingPauseMs = 250;
} // namespace

AddDialog::AddDialog(DeskPort &port, QWidget *parent)
    : PlainDialog(parent)
    , m_port(port)
    , m_text(new PasteField(longestText, this))
    , m_split(new QCheckBox(tr("S&plit lines at commas, semicolons and tabs"), this))
    , m_push(new QCheckBox(tr("P&ush them into the stock at once"), this))
    , m_line(new ToneLabel(QStringLiteral("addLine"), this))
    , m_codes(new CodeTable(QStringLiteral("addCodesJudged"), this))
{
    setObjectName(QStringLiteral("addDialog"));
    setWindowTitle(tr("Add coupons"));
    m_text->setObjectName(QStringLiteral("addCodes"));
    m_split->setObjectName(QStringLiteral("addSplit"));
    m_split->setAccessibleName(m_split->text().remove(QLatin1Char('&')));
    m_split->setChecked(true);
    m_push->setObjectName(QStringLiteral("addPush"));
    m_push->setAccessibleName(m_push->text().remove(QLatin1Char('&')));
    m_line->setWordWrap(true);
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AddDialog::lookUp);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AddDialog::follow);
    connect(m_split, &QCheckBox::toggled, this, &AddDialog::follow);
    connect(m_text, &PasteField::refused, this, [this] {
        m_field->setError(
            tr("That is more than a megabyte: nothing was pasted. Save it as a file and use the CSV "
               "import."));
    });
    resize(600, 540);
    m_text->setFocus();
    follow();
}

void AddDialog::layOut()
{
    m_field = new LabelledField(tr("&Codes, one a line"), m_text, this);
    styleField(*m_text);
    styleField(*m_split);
    styleField(*m_push);
    m_field->setHint(tr("One line adds one coupon. Paste as many as you like, up to a megabyte."));
    auto *layout = makeLayout();
    layout->setSpacing(12);
    layout->addWidget(m_field, 3);
    layout->addWidget(m_split);
    layout->addWidget(m_line);
    // Four of them can be seen below the header.
    m_codes->setMinimumHeight(5 * m_codes->verticalHeader()->defaultSectionSize() + 8);
    layout->addWidget(m_codes, 2);
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

/// The text is another one.
void AddDialog::follow()
{
    m_field->setError({});
    m_unchecked.reset();
    ++m_round;
    judge();
    m_looking =
        std::ranges::any_of(m_good, [this](const ListedCode &one) { return !m_known.contains(one.code); });
    if (m_looking)
        m_pause.start();
    else
        m_pause.stop();
    tell();
}

void AddDialog::judge()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    m_good.clear();
    QList<RefusedCode> refused;
    m_tooLong = m_text->document()->characterCount() > longestText;
    const bool canSplit = !m_tooLong && hasSeparators(text);
    m_split->setVisible(canSplit);
    if (!m_tooLong) {
        auto sifted = siftLines(text, canSplit && m_split->isChecked() ? PastedSeparators::Between
                                                                       : PastedSeparators::Within);
        refused = sifted.takeRefused();
        m_good = sifted.takeGood();
        m_good.removeIf([&](const ListedCode &one) {
            if (m_taken.contains(one.code))
                refused.append(RefusedCode{one.line, one.code, CodeFault::Taken, 0, {}});
            return m_taken.contains(one.code);
        });
        std::ranges::stable_sort(refused, {}, &RefusedCode::line);
    }
    m_refused = refused.size();
    m_codes->show(judgedCodes(m_good, refused, true, CodeTable::most));
}

/// A number is promised only when the book has been asked.
void AddDialog::tell()
{
    const QString count = Words::number(m_good.size());
    m_add->setEnabled(!m_good.isEmpty());
    m_add->setWords(m_good.isEmpty() || m_looking ? tr("Add") : tr("Add %1").arg(count));
    if (m_tooLong)
        return say(tr("This is more than a megabyte. Save it as a file and use the CSV import."), true);
    QStringList words;
    if (m_looking)
        words << tr("Looking up which codes exist already…");
    else if (m_refused > 0)
        words << tr("%1 can be added, %2 cannot:").arg(count, Words::number(m_refused));
    else if (!m_good.isEmpty())
        words << CouponWords::counted(m_good.size(), tr("It can be added."), tr("All %1 can be added."));
    if (const qsizetype odd = oddCodes(m_good); odd > 0)
        words << tr("Unusual among them: %1. Look at these first.").arg(Words::number(odd));
    if (m_unchecked)
        words << tr("Which of them exist already is not known. %1").arg(Words::advice(*m_unchecked));
    say(words.join(QLatin1Char(' ')), (m_refused > 0 && !m_looking) || m_unchecked);
}

void AddDialog::tellTaken(qsizetype count)
{
    say(tr("Nothing was added yet: %1 of them exist already. %2 can be added without them.")
            .arg(Words::number(count), Words::number(m_good.size())),
        true);
}

void AddDialog::lookUp()
{
    QList<QByteArray> codes;
    for (const auto &one : std::as_const(m_good)) {
        if (!m_known.contains(one.code))
            codes.append(one.code);
    }
    runLookUp(this, m_port, codes, m_round);
}

QCoro::Task<> AddDialog::runLookUp(QPointer<AddDialog> self, DeskPort &port, QList<QByteArray> codes,
                                   int round)
{
    std::optional<Error> error;
    for (qsizetype at = 0; at < codes.size() && !error; at += sliceSize) {
        const QList<QByteArray> slice = codes.mid(at, sliceSize);
        auto task = port.existing(slice);
        const auto found = co_await task;
        if (!self || self->m_round != round)
            co_return;
        if (!found) {
            error = found.error();
            continue;
        }
        self->m_taken += QSet<QByteArray>(found->cbegin(), found->cend());
        self->m_known += QSet<QByteArray>(slice.cbegin(), slice.cend());
    }
    self->endLookUp(error);
}

void AddDialog::endLookUp(const std::optional<Error> &error)
{
    m_looking = false;
    m_unchecked = error;
    const qsizetype before = m_good.size();
    judge();
    const qsizetype taken = before - m_good.size();
    const bool addNext = std::exchange(m_addNext, false);
    if (addNext)
        setBusy(false);
    tell();
    if (addNext && taken == 0)
        add();
    else if (addNext)
        tellTaken(taken);
}

void AddDialog::add()
{
    if (m_busy || m_good.isEmpty())
        return;
    setBusy(true);
    if (m_looking) { // Asked first: an add that is refused would stand in the audit trail.
        m_addNext = true;
        m_cancel->setEnabled(true);
        if (m_pause.isActive()) {
            m_pause.stop();
            lookUp();
        }
        return;
    }
    say(CouponWords::counted(m_good.size(), tr("Adding 1 coupon…"), tr("Adding %1 coupons…")), false);
    QList<QByteArray> codes;
    for (const auto &one : std::as_const(m_good))
        codes.append(one.code);
    run(this, m_port, codes, m_push->isChecked());
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
    judge();
    tell();
    tellTaken(error.names.size());
}

void AddDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_text->setReadOnly(busy);
    for (QWidget *field : std::initializer_list<QWidget *>{m_split, m_push, m_cancel})
        field->setEnabled(!busy);
    m_add->setEnabled(!busy && !m_good.isEmpty());
}

void AddDialog::say(const QString &sentence, bool failed)
{
    m_line->setTone(failed ? theme::Tone::Bad : theme::Tone::Plain);
    m_line->setText(sentence);
    m_line->setVisible(!sentence.isEmpty());
}

void AddDialog::reject()
{
    if (m_busy && !m_addNext)
        return;
    m_addNext = false;
    ++m_round;
    QDialog::reject();
}

} // namespace seonchak
