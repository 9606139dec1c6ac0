// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/new_sale_dialog.h"

#include "core/newsale/shelf_name.h"
#include "ui/desk/new_sale_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/books_port.h"
#include "ui/port/desk_port.h"
#include "ui/port/pulse.h"
#include "ui/port/under_way.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace seonchak {

using Weight = ActionButton::Weight;
using theme::Tone;

namespace {

constexpr int newSaleWidth = 560;

QLineEdit *nameField(const QString &text, QWidget *parent)
{
    auto *field = new QLineEdit(text, parent);
    field->setObjectName(QStringLiteral("newSaleName"));
    return field;
}

} // namespace

NewSaleDialog::NewSaleDialog(BooksPort &books, const PageContext &context, QWidget *parent)
    : PlainDialog(parent)
    , m_books(books)
    , m_context(context)
    , m_numbers(new ToneLabel(QStringLiteral("newSaleNumbers"), this))
    , m_name(nameField(newsale::proposedShelfName(context.port.sale().name, context.clock.wallMs()), this))
    , m_place(new LabelledField(tr("&Name of the old book"), m_name, this))
    , m_line(new ToneLabel(QStringLiteral("newSaleLine"), this))
{
    setObjectName(QStringLiteral("newSaleDialog"));
    setWindowTitle(tr("Start a new sale"));
    layOut();
    connect(m_name, &QLineEdit::textChanged, this, [this] { tell(Tone::Plain, {}); });
    connect(&m_context.pulse, &Pulse::read, this, &NewSaleDialog::follow);
    follow(m_context.pulse.last());
    countHooks(this, m_context.port);
}

QCoro::Task<> NewSaleDialog::countHooks(QPointer<NewSaleDialog> self, DeskPort &port)
{
    HookFilter one;
    one.limit = 1; // The receivers come with any page.
    auto task = port.hooks(one);
    const auto page = co_await task;
    if (!self || !page)
        co_return;
    for (const HookReceiver &receiver : page->receivers)
        self->m_hooks += receiver.waiting;
    self->follow(self->m_context.pulse.last());
}

void NewSaleDialog::layOut()
{
    auto *about = new ToneLabel(QStringLiteral("newSaleAbout"), this);
    about->setText(
        tr("This sale ends. Its book is kept under a name: coupons, users, refusals, doubts and the audit "
           "trail, to be looked up at any time. Then the server stops, Redis is emptied of this sale, and "
           "the window comes back with an empty book. Tokens and settings stay. Who has a coupon of this "
           "sale may get one of the next."));
    about->setTone(Tone::Muted);
    about->setWordWrap(true);
    m_numbers->setScale(1.0, true);
    m_numbers->setWordWrap(true);
    m_place->setHint(tr("Letters, digits, - _ and . without blanks."));
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 2);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *layout = makeLayout();
    layout->setSpacing(12);
    layout->addStrut(newSaleWidth);
    layout->addWidget(m_numbers);
    layout->addWidget(about);
    layout->addWidget(m_place);
    layout->addWidget(m_line);
    layout->addWidget(buttons());
}

QWidget *NewSaleDialog::buttons()
{
    auto *row = new QWidget(this);
    auto *closeFirst = new ActionButton(
        QStringLiteral("newSaleBooks"), tr("Close the books first…"), {},
        tr("Writes what remains of the sale into a folder, and has it checked"), Weight::Quiet, row);
    auto *leave = new ActionButton(QStringLiteral("newSaleLeave"), tr("Leave"), {},
                                   tr("Closes this dialog (Esc)"), Weight::Quiet, row);
    m_action = new ActionButton(QStringLiteral("newSaleAction"), tr("Start a new sale"), {},
                                tr("Ends the server, keeps this book, and comes back with an empty one"),
                                Weight::Danger, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(closeFirst);
    layout->addStretch(1);
    for (auto *button : {leave, m_action}) {
        button->setAutoDefault(true);
        layout->addWidget(button);
    }
    leave->setDefault(true);
    connect(closeFirst, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT closeBooksAsked();
    });
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &NewSaleDialog::press);
    return row;
}

void NewSaleDialog::follow(const Reading &reading)
{
    const StockNumbers &stock = reading.status.stock;
    QString numbers = tr("The numbers of this sale are not known yet.");
    if (reading.hasNumbers())
        numbers = tr("%1 coupons: %2 issued, %3 left, %4 void.")
                      .arg(Words::number(stock.generated), Words::number(stock.issued),
                           Words::number(stock.staged + stock.available), Words::number(stock.voided));
    if (m_hooks > 0)
        numbers += u' ' + tr("Webhooks that wait, and will not be sent: %1.").arg(Words::number(m_hooks));
    m_numbers->setText(numbers);
    showState();
}

QString NewSaleDialog::name() const
{
    return m_name->text().trimmed();
}

QString NewSaleDialog::obstacle() const
{
    const Reading &reading = m_context.pulse.last();
    const StockNumbers &stock = reading.status.stock;
    if (!reading.isCurrent())
        return tr("Redis and the database have to be there: the numbers are not those of now.");
    if (stock.inDoubt > 0)
        return tr("In doubt: %1. How that ends belongs to this sale: settle it on the page “In doubt” first.")
            .arg(Words::number(stock.inDoubt));
    if (stock.reserved > 0)
        return tr("Reserved just now: %1. The new sale can begin when that has ended.")
            .arg(Words::number(stock.reserved));
    if (m_context.underWay && !m_context.underWay->isEmpty())
        return m_context.underWay->sentences().join(QLatin1Char(' '));
    return {};
}

void NewSaleDialog::press()
{
    m_checking = true;
    tell(Tone::Waiting, tr("Looking whether the name is free…"));
    check(this, m_books, name());
}

QCoro::Task<> NewSaleDialog::check(QPointer<NewSaleDialog> self, BooksPort &books, QString name)
{
    auto task = books.mayKeepAs(std::move(name));
    const auto isFree = co_await task;
    if (self)
        self->decide(isFree);
}

void NewSaleDialog::decide(const Result<void> &free)
{
    m_checking = false;
    if (free)
        return ask();
    tell(Tone::Bad, NewSaleWords::reason(free.error()));
}

/// The real sale is named once more; of a rehearsal this dialog was question enough.
void NewSaleDialog::ask()
{
    tell(Tone::Plain, {});
    const SaleSign sale = m_context.port.sale();
    const auto go = [self = QPointer(this), name = name()](bool yes) {
        if (!self || !yes || self->m_agreed)
            return;
        self->m_agreed = true;
        self->accept();
        Q_EMIT self->agreed(name);
    };
    if (!sale.live)
        return go(true);
    Question question;
    question.title = tr("End the real sale and start a new one?");
    question.consequence = tr("This is the real sale “%1”. %2 Its server ends now: who asks cannot connect "
                              "until the new sale serves, and then finds no coupons.")
                               .arg(sale.name, m_numbers->text());
    question.action = tr("Start a new sale");
    question.cancel = tr("Stay");
    question.typed = sale.typed();
    m_context.asker.ask(this, question, go);
}

void NewSaleDialog::tell(Tone tone, const QString &sentence)
{
    m_line->setTone(tone);
    m_line->setText(sentence);
    showState();
}

void NewSaleDialog::showState()
{
    const QString why = obstacle();
    m_place->setError(name().isEmpty() ? tr("The old book needs a name.") : QString());
    m_name->setEnabled(!m_checking);
    m_action->setEnabled(!m_checking && why.isEmpty() && !name().isEmpty());
    if (!why.isEmpty()) {
        m_line->setTone(Tone::Waiting);
        m_line->setText(why);
    } else if (m_line->tone() == Tone::Waiting && !m_checking) {
        m_line->setTone(Tone::Plain);
        m_line->setText({});
    }
}

} // namespace seonchak
