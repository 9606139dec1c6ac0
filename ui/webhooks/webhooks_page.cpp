// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/webhooks_page.h"

#include "core/webhook/hook_options.h"
#include "ui/parts/action_button.h"
#include "ui/parts/moment.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/told_line.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"
#include "ui/port/pulse.h"
#include "ui/webhooks/hook_model.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

namespace {

constexpr int allOfThem = -1;

ActionButton *hookButton(const char *name, const QString &text, const char *keys, const QString &help,
                         ActionButton::Weight weight, QWidget *parent)
{
    auto *made =
        new ActionButton(QLatin1String(name), text, QKeySequence(QLatin1String(keys)), help, weight, parent);
    made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    made->setAccessibleDescription(help);
    return made;
}

} // namespace

WebhooksPage::WebhooksPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_port(context.port)
    , m_model(new HookModel(this))
    , m_state(new StatePanel(QStringLiteral("webhooksState"), this))
    , m_receivers(new ToneLabel(QStringLiteral("webhooksReceivers"), this))
    , m_line(new ToneLabel(QStringLiteral("webhooksLine"), this))
    , m_told(new ToldLine(*m_line, context.clock, *this))
{
    setObjectName(QStringLiteral("webhooksPage"));
    auto *pages = new QWidget(this);
    m_stack = new QStackedLayout(pages);
    auto *bar = toolBar();
    m_stack->addWidget(m_state);
    m_stack->addWidget(tableCard());
    m_receivers->setTone(theme::Tone::Muted);
    m_receivers->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(bar);
    layout->addWidget(m_receivers);
    layout->addWidget(pages, 1);
    layout->addLayout(bottomRow());
    connectParts();
    connect(&context.pulse, &Pulse::read, this, &WebhooksPage::takeReading);
    showState();
}

QWidget *WebhooksPage::toolBar()
{
    using State = HookDelivery::State;
    auto *bar = new QWidget(this);
    m_send = hookButton("webhookSend", tr("Send &again"), "Alt+A",
                        tr("Sends the selected deliveries anew, whatever came of them"),
                        ActionButton::Weight::Main, bar);
    m_which = new QComboBox(bar);
    m_which->setObjectName(QStringLiteral("webhooksWhich"));
    m_which->setAccessibleName(tr("Which deliveries are shown"));
    m_which->addItem(tr("All deliveries"), allOfThem);
    for (const State state : {State::Waiting, State::Delivered, State::GivenUp, State::SwitchedOff})
        m_which->addItem(HookModel::stateWord(state), int(state));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_send);
    row->addStretch(1);
    row->addWidget(m_which);
    return bar;
}

QLayout *WebhooksPage::bottomRow()
{
    m_line->setTone(theme::Tone::Muted);
    m_line->setWordWrap(true);
    m_older = hookButton("webhooksOlder", tr("Show &older"), "Alt+O", tr("Adds older deliveries to the list"),
                         ActionButton::Weight::Quiet, this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(m_older, 0, Qt::AlignTop);
    return row;
}

QWidget *WebhooksPage::tableCard()
{
    auto *card = new Card(QStringLiteral("webhooksCard"), this);
    m_table = new QTableView(card);
    m_table->setObjectName(QStringLiteral("webhooksTable"));
    m_table->setAccessibleName(tr("Deliveries of webhooks"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    styleTable(*m_table);
    const int letter = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int letters[] = {16, 14, 19, 10, 6, 14, 14};
    for (int column = 0; column < HookModel::Answer; ++column)
        m_table->setColumnWidth(column, letters[column] * letter + 16);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_table);
    return card;
}

void WebhooksPage::connectParts()
{
    connect(m_send, &QPushButton::clicked, this, &WebhooksPage::sendAgain);
    connect(m_older, &QPushButton::clicked, this, [this] {
        m_rows = std::min(m_rows + pageRows, mostRows);
        refresh();
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] {
        m_rows = pageRows;
        m_known = false;
        m_model->setDeliveries({});
        showState();
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WebhooksPage::showState);
    connect(m_state, &StatePanel::retryAsked, this, &WebhooksPage::refresh);
    connect(&m_timer, &QTimer::timeout, this, &WebhooksPage::refresh);
}

void WebhooksPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start(periodMs);
    refresh();
}

void WebhooksPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

HookFilter WebhooksPage::filter() const
{
    HookFilter filter;
    filter.limit = m_rows;
    if (const int state = m_which->currentData().toInt(); state != allOfThem)
        filter.state = HookDelivery::State(state);
    return filter;
}

void WebhooksPage::refresh()
{
    m_again = m_loading; // What is under way may be older than what asked for this.
    if (!std::exchange(m_loading, true))
        load(this, m_port, filter());
}

QCoro::Task<> WebhooksPage::load(QPointer<WebhooksPage> self, DeskPort &port, HookFilter filter)
{
    auto task = port.hooks(filter);
    const auto page = co_await task;
    if (self)
        self->take(page);
}

void WebhooksPage::take(const Result<HookPage> &page)
{
    m_loading = false;
    const bool isStale = std::exchange(m_again, false);
    m_error = page ? std::nullopt : std::optional<Error>(page.error());
    if (page && !isStale) {
        m_known = true;
        m_page = *page;
        const QList<qint64> chosen = selected();
        m_model->setDeliveries(m_page.items);
        for (const qint64 id : chosen) {
            if (const int row = m_model->rowOf(id); row >= 0)
                m_table->selectionModel()->select(m_model->index(row, 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    showState();
    if (isStale)
        refresh();
}

void WebhooksPage::takeReading(const Reading &reading)
{
    const bool away = reading.isDatabaseAway() || reading.silent;
    if (std::exchange(m_away, away) == away)
        return;
    showState();
    if (!away && isVisible())
        refresh();
}

void WebhooksPage::showState()
{
    const bool empty = m_model->deliveries().isEmpty();
    m_stack->setCurrentIndex(empty ? 0 : 1);
    m_send->setEnabled(!m_away && !m_sending && !selected().isEmpty());
    m_older->setVisible(m_page.next.has_value() && m_rows < mostRows);
    showReceivers();
    if (empty)
        showNoRows();
    else if (m_away && !m_told->isTold())
        m_told->show(theme::Tone::Waiting,
                     tr("The list is the last one known: the database does not answer."));
    else if (!m_told->isTold())
        m_told->show(theme::Tone::Muted,
                     tr("Tried again after 5 s, 5 min, 30 min, 2 h, 5 h and 10 h, then given up."));
}

void WebhooksPage::showNoRows()
{
    using State = StatePanel::State;
    if (m_away)
        m_state->show(State::Disconnected, tr("The database does not answer"),
                      tr("What waits is kept, and sent when the database is back."));
    else if (m_error)
        m_state->show(State::Error, tr("The list could not be read"), Words::advice(*m_error),
                      tr("Read again"));
    else if (!m_known)
        m_state->showLoading();
    else if (m_page.receivers.isEmpty())
        m_state->show(State::Empty, tr("No webhooks are set up"),
                      tr("Other systems can be told when the sale opens, sells out and ends, and of alarms. "
                         "Name them in Settings, Alarms and webhooks."));
    else
        m_state->show(State::Empty, tr("Nothing was told yet"),
                      tr("When something happens that the receivers are told of, it stands here with their "
                         "answers."));
}

void WebhooksPage::showReceivers()
{
    QStringList lines;
    for (const HookReceiver &one : m_page.receivers) {
        const QString url = shownHookUrl(one.url);
        lines << (one.offAt > 0
                      ? tr("%1: switched off since %2, when it answered 410. Send again switches it on.")
                            .arg(url, moment::day(one.offAt))
                      : tr("%1: %2 waiting").arg(url, Words::number(one.waiting)));
    }
    m_receivers->setText(lines.join(QLatin1Char('\n')));
    m_receivers->setVisible(!lines.isEmpty());
}

QList<qint64> WebhooksPage::selected() const
{
    QList<qint64> ids;
    const auto rows = m_table ? m_table->selectionModel()->selectedRows() : QModelIndexList();
    for (const QModelIndex &index : rows)
        ids.append(m_model->deliveries().at(index.row()).id);
    std::ranges::sort(ids);
    return ids;
}

void WebhooksPage::sendAgain()
{
    const QList<qint64> ids = selected();
    if (ids.isEmpty() || std::exchange(m_sending, true))
        return;
    showState();
    send(this, m_port, ids);
}

QCoro::Task<> WebhooksPage::send(QPointer<WebhooksPage> self, DeskPort &port, QList<qint64> ids)
{
    int sent = 0;
    std::optional<Error> error;
    for (const qint64 id : ids) {
        auto task = port.sendHookAgain(id);
        const auto done = co_await task;
        if (!self)
            co_return;
        if (!done) {
            error = done.error();
            break;
        }
        ++sent;
    }
    self->takeSent(sent, error);
}

void WebhooksPage::takeSent(int sent, const std::optional<Error> &error)
{
    m_sending = false;
    m_table->clearSelection();
    if (error)
        m_told->tell(theme::Tone::Bad, tr("Not sent again. %1").arg(Words::advice(*error)), error->detail);
    else
        m_told->tell(theme::Tone::Good, tr("Sent again: %1").arg(Words::number(qint64(sent))));
    showState();
    refresh();
}

} // namespace seonchak
