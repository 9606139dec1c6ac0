// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doubts/doubts_page.h"

#include "core/issue/ground/lease.h"
#include "ui/doubts/doubt_model.h"
#include "ui/parts/action_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/told_line.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

namespace {

constexpr int agePeriodMs = 1000;

ActionButton *button(const char *name, const QString &text, const char *keys, const QString &help,
                     ActionButton::Weight weight, QWidget *parent)
{
    auto *made =
        new ActionButton(QLatin1String(name), text, QKeySequence(QLatin1String(keys)), help, weight, parent);
    made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    made->setAccessibleDescription(help);
    return made;
}

} // namespace

DoubtsPage::DoubtsPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_port(context.port)
    , m_clock(context.clock)
    , m_model(new DoubtModel(this))
    , m_work(new DoubtWork(context, this))
    , m_state(new StatePanel(QStringLiteral("doubtsState"), this))
    , m_count(new ToneLabel(QStringLiteral("doubtsCount"), this))
    , m_line(new ToneLabel(QStringLiteral("doubtsLine"), this))
    , m_told(new ToldLine(*m_line, context.clock, *this))
{
    setObjectName(QStringLiteral("doubtsPage"));
    auto *pages = new QWidget(this);
    m_stack = new QStackedLayout(pages);
    auto *bar = toolBar();
    m_stack->addWidget(m_state);
    m_stack->addWidget(tableCard());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(bar);
    layout->addWidget(pages, 1);
    layout->addLayout(bottomRow());
    m_model->setPeriod(leaseOf(context.port.partner()).count());
    connectParts();
    connect(&context.pulse, &Pulse::read, this, &DoubtsPage::takeReading);
    showState();
    enableButtons();
}

QWidget *DoubtsPage::toolBar()
{
    using Weight = ActionButton::Weight;
    auto *bar = new QWidget(this);
    m_ask = button("doubtAsk", tr("&Ask again"), "Alt+A",
                   tr("Asks the store about the selected coupons, and settles them by its answer"),
                   Weight::Main, bar);
    m_issued = button("doubtIssued", tr("&Book as issued"), "Alt+B",
                      tr("Books the coupon as its user's, because you know that the store has it"),
                      Weight::Quiet, bar);
    m_restore =
        button("doubtRestore", tr("&Restore to stock"), "Alt+R",
               tr("Has the store forget the coupon, then gives it back to the stock"), Weight::Quiet, bar);
    m_life = button("doubtLife", tr("Its &life"), "Alt+L", tr("Shows everything that happened to the coupon"),
                    Weight::Quiet, bar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (auto *one : {m_ask, m_issued, m_restore, m_life})
        row->addWidget(one);
    row->addStretch(1);
    m_count->setTone(theme::Tone::Muted);
    row->addWidget(m_count);
    return bar;
}

QLayout *DoubtsPage::bottomRow()
{
    m_line->setTone(theme::Tone::Muted);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 2);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_stop = button("doubtStop", tr("Stop"), "Alt+X", tr("Settles no more; what is settled stays so"),
                    ActionButton::Weight::Quiet, this);
    m_stop->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_line, 1);
    row->addWidget(m_stop, 0, Qt::AlignTop);
    return row;
}

QWidget *DoubtsPage::tableCard()
{
    auto *card = new Card(QStringLiteral("doubtsCard"), this);
    m_table = new QTableView(card);
    m_table->setObjectName(QStringLiteral("doubtsTable"));
    m_table->setAccessibleName(tr("Coupons in doubt"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    styleTable(*m_table);
    const int letter = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int letters[] = {19, 11, 15, 12, 8, 15, 15};
    for (int column = 0; column < DoubtModel::Answer; ++column)
        m_table->setColumnWidth(column, letters[column] * letter + 16);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_table);
    return card;
}

void DoubtsPage::connectParts()
{
    connect(m_ask, &QPushButton::clicked, this, [this] { act(DoubtOrder::Ask); });
    connect(m_issued, &QPushButton::clicked, this, [this] { act(DoubtOrder::DeclareIssued); });
    connect(m_restore, &QPushButton::clicked, this, [this] { act(DoubtOrder::Restore); });
    const auto life = [this] {
        if (const auto chosen = selected(); chosen.size() == 1)
            Q_EMIT biographyAsked(chosen.first().code);
    };
    connect(m_life, &QPushButton::clicked, this, life);
    connect(m_table, &QTableView::activated, this, life);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_held && selected().isEmpty())
            QMetaObject::invokeMethod(this, &DoubtsPage::letGo, Qt::QueuedConnection);
        enableButtons();
        advise();
        tellOpened();
    });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, m_table, &QTableView::clearSelection);
    connect(m_state, &StatePanel::retryAsked, this, &DoubtsPage::refresh);
    connectWork();
    connect(&m_timer, &QTimer::timeout, this, &DoubtsPage::refresh);
    connect(&m_ageTimer, &QTimer::timeout, this, [this] { m_model->setNow(m_clock.wallMs()); });
}

void DoubtsPage::connectWork()
{
    connect(m_work, &DoubtWork::started, this, [this](const QString &sentence) {
        enableButtons();
        say(theme::Tone::Plain, sentence);
    });
    connect(m_work, &DoubtWork::ended, this,
            [this](bool fine, const QString &sentence, const QString &detail) {
                m_stop->hide();
                enableButtons();
                m_table->clearSelection(); // What was chosen has been dealt with.
                m_told->tell(fine ? theme::Tone::Good : theme::Tone::Bad, sentence, detail);
                refresh();
            });
    connect(m_work, &DoubtWork::progressed, this, [this](qint64 done, qint64 total) {
        m_stop->show();
        if (done > 0)
            say(theme::Tone::Plain, tr("Settling: %1 of %2…").arg(Words::number(done), Words::number(total)));
    });
    connect(m_stop, &QPushButton::clicked, m_work, &DoubtWork::stop);
    connect(m_told, &ToldLine::left, this, &DoubtsPage::showState);
}

void DoubtsPage::letGo()
{
    showNewest();
    showState();
    enableButtons();
}

void DoubtsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start(periodMs);
    m_ageTimer.start(agePeriodMs);
    tellOpened();
    refresh();
}

void DoubtsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
    m_ageTimer.stop();
    m_port.tellOpened({});
}

void DoubtsPage::tellOpened()
{
    QList<qint64> reservations;
    for (const OpenDoubt &doubt : selected())
        reservations.append(doubt.reservation);
    m_port.tellOpened(reservations);
}

void DoubtsPage::refresh()
{
    m_again = m_loading; // What is under way may be older than what asked for this.
    if (std::exchange(m_loading, true))
        return;
    load(this, m_port);
}

QCoro::Task<> DoubtsPage::load(QPointer<DoubtsPage> self, DeskPort &port)
{
    auto task = port.doubts();
    const auto doubts = co_await task;
    if (self)
        self->take(doubts);
}

void DoubtsPage::take(const Result<QList<OpenDoubt>> &doubts)
{
    m_loading = false;
    m_failed = !doubts;
    if (doubts) {
        m_known = true;
        m_newest = *doubts;
        showNewest();
    } else {
        m_error = doubts.error();
    }
    showState();
    enableButtons();
    if (std::exchange(m_again, false))
        refresh();
}

/// The list stands still while rows are selected: an act belongs to the rows that were chosen.
void DoubtsPage::showNewest()
{
    const bool sameRows =
        std::ranges::equal(m_newest, m_model->doubts(), {}, &OpenDoubt::reservation, &OpenDoubt::reservation);
    m_held = !sameRows && !selected().isEmpty();
    if (m_held)
        return showSettled();
    const int current = m_table->currentIndex().row();
    m_model->setNow(m_clock.wallMs());
    m_model->setDoubts(m_newest);
    if (!m_table->currentIndex().isValid() && current >= 0 && !m_newest.isEmpty())
        m_table->selectionModel()->setCurrentIndex(
            m_model->index(std::min(current, int(m_newest.size()) - 1), 0), QItemSelectionModel::NoUpdate);
}

/// Marks rows that stay listed only because they are selected: their doubt is settled, so no act is possible.
void DoubtsPage::showSettled()
{
    QSet<qint64> gone;
    for (const OpenDoubt &doubt : m_model->doubts()) {
        if (std::ranges::find(m_newest, doubt.reservation, &OpenDoubt::reservation) == m_newest.end())
            gone.insert(doubt.reservation);
    }
    m_model->setSettled(gone);
    enableButtons();
    advise();
}

void DoubtsPage::takeReading(const Reading &reading)
{
    const bool away = reading.isDatabaseAway();
    const bool redisAway = reading.answered && !reading.status.redisConnected;
    const bool redisChanged = std::exchange(m_redisAway, redisAway) != redisAway;
    const bool silenceChanged = std::exchange(m_silent, reading.silent) != reading.silent;
    m_model->setAsking(!redisAway);
    m_model->setOthers(reading.others.desks);
    if ((std::exchange(m_away, away) != away) || redisChanged || silenceChanged) {
        showState();
        enableButtons();
        if (!away && !m_silent && isVisible())
            refresh();
    }
    if (!reading.isCurrent())
        return;
    const qint64 before = std::exchange(m_inDoubt, reading.status.stock.inDoubt);
    if (before != m_inDoubt && isVisible())
        refresh(); // One came or went: no need to wait for the next round.
}

void DoubtsPage::enableButtons()
{
    const auto many = m_table->selectionModel()->selectedRows().size();
    const bool able = !m_away && !m_silent && !m_work->isAtWork() && !openAmong(selected()).isEmpty();
    for (auto *button : {m_ask, m_issued, m_restore})
        button->setEnabled(able);
    m_life->setEnabled(many == 1);
}

/// Explains the partner's last answer about the selected doubts.
void DoubtsPage::advise()
{
    const auto chosen = selected();
    if (chosen.isEmpty() || m_away || m_silent || m_failed || m_work->isAtWork())
        return;
    if (openAmong(chosen).isEmpty())
        return say(theme::Tone::Muted,
                   tr("Settled meanwhile: it is in doubt no more. Its biography says how it ended."));
    if (const QString elsewhere = m_model->openElsewhere(chosen.first().reservation); !elsewhere.isEmpty())
        return say(theme::Tone::Waiting,
                   tr("Coupon %1 is %2. Talk to each other before one of you settles it.")
                       .arg(QString::fromUtf8(chosen.first().code), elsewhere));
    const QString &answer = chosen.first().answer;
    const bool alike = std::ranges::all_of(chosen, [&](const auto &one) { return one.answer == answer; });
    if (const QString advice = DoubtModel::advice(answer); alike && !advice.isEmpty())
        say(theme::Tone::Muted, advice);
}

void DoubtsPage::say(theme::Tone tone, const QString &sentence)
{
    m_told->show(tone, sentence);
}

QList<OpenDoubt> DoubtsPage::openAmong(QList<OpenDoubt> doubts) const
{
    doubts.removeIf([this](const OpenDoubt &doubt) { return m_model->isSettled(doubt); });
    return doubts;
}

QList<OpenDoubt> DoubtsPage::selected() const
{
    QList<OpenDoubt> doubts;
    for (const auto &index : m_table->selectionModel()->selectedRows())
        doubts.append(m_model->doubts().at(index.row()));
    std::ranges::sort(doubts, {}, &OpenDoubt::since);
    return doubts;
}

void DoubtsPage::act(DoubtOrder what)
{
    m_work->begin(what, openAmong(selected()), this);
}

DoubtsWords::Known DoubtsPage::known() const
{
    return {m_known, m_away, m_redisAway, m_silent, m_failed, m_error};
}

void DoubtsPage::showState()
{
    const bool empty = m_model->doubts().isEmpty();
    const QString many = Words::number(qint64(m_newest.size()));
    m_count->setText(
        !m_known ? QString()
        : m_held
            ? tr("In doubt: %1 · the list stands still while rows are selected (Esc lets it go)").arg(many)
            : tr("In doubt: %1").arg(many));
    m_stack->setCurrentIndex(empty ? 0 : 1);
    if (empty)
        DoubtsWords::showNoRows(*m_state, known());
    showLine(empty);
}

void DoubtsPage::showLine(bool empty)
{
    const QString lastKnown = DoubtsWords::lastKnown(known());
    if (!empty && !m_work->isAtWork() && !lastKnown.isEmpty())
        say(theme::Tone::Waiting, lastKnown);
    else if (!empty && m_line->text().isEmpty())
        say(theme::Tone::Muted,
            tr("The store has not said whether it took these coupons. The server asks about each of them "
               "every %1. Select one to read what to do.")
                .arg(DoubtModel::age(m_model->period())));
    else if (m_line->tone() == theme::Tone::Waiting)
        say(theme::Tone::Muted, QString());
}

} // namespace seonchak
