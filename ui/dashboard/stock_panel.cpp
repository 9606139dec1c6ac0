// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/stock_panel.h"

#include "ui/dashboard/dashboard_memory.h"
#include "ui/dashboard/generate_dialog.h"
#include "ui/dashboard/sale_state_words.h"
#include "ui/dashboard/stock_questions.h"
#include "ui/dashboard/stock_work.h"
#include "ui/parts/action_button.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/opening_guard.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QVBoxLayout>

#include <limits>

namespace seonchak {

namespace {
constexpr qint64 oldestReadingMs = 2'000;

/// A progress bar counts in int.
int barValue(qint64 value)
{
    return int(std::min<qint64>(value, std::numeric_limits<int>::max()));
}

void keepRoom(QWidget &widget)
{
    auto kept = widget.sizePolicy();
    kept.setRetainSizeWhenHidden(true); // Nothing jumps when it comes and goes.
    widget.setSizePolicy(kept);
    widget.hide();
}
} // namespace

StockPanel::StockPanel(const PageContext &context, DashboardMemory &memory, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_memory(memory)
    , m_work(memory.work)
    , m_brake(memory.brake)
    , m_voiding(memory.voiding)
    , m_shown(&memory.foremost())
    , m_menu(new QMenu(this))
    , m_waiting(new ToneLabel(QStringLiteral("waitingLabel"), this))
    , m_progress(new QProgressBar(this))
    , m_time(new ToneLabel(QStringLiteral("statusTime"), this))
    , m_line(new ToneLabel(QStringLiteral("statusLine"), this))
{
    setObjectName(QStringLiteral("stockPanel"));
    makeButtons();
    makeMenu();
    layOut();
    connectAll();
    m_present = SaleStateWords::sentence(m_context.pulse.last());
    m_progress->hide();
    m_cancel->hide();
    enableButtons();
    for (auto *one : m_memory.works) {
        if (one->state().atWork)
            showStarted(*one);
    }
    showLine();
}

void StockPanel::makeButtons()
{
    using Weight = ActionButton::Weight;
    const auto key = [](const char *keys) { return QKeySequence(QLatin1String(keys)); };
    m_generate = new ActionButton(QStringLiteral("generateButton"),
                                  tr("&Generate %1").arg(Words::number(couponsPerClick)), key("Alt+G"),
                                  tr("Makes new coupons, which wait to be pushed"), Weight::Main, this);
    m_more = new ActionButton(QStringLiteral("generateMenuButton"), QStringLiteral("▾"), key("Alt+M"),
                              tr("Other counts, a prefix, another length"), Weight::Main, this);
    m_more->setAccessibleName(tr("More ways to generate"));
    m_push = new ActionButton(QStringLiteral("pushButton"), tr("&Push inventory"), key("Alt+P"),
                              tr("Puts every waiting coupon into the stock in Redis"), Weight::Main, this);
    m_pause = new ActionButton(QStringLiteral("pauseButton"), tr("Pause &issuing"), key("Alt+I"), {},
                               Weight::Quiet, this);
    m_void =
        new ActionButton(QStringLiteral("voidButton"), tr("&Void unissued…"), key("Alt+V"),
                         tr("Takes every coupon out of the sale that nobody has yet; it shows first what "
                            "that means"),
                         Weight::Quiet, this);
    m_cancel =
        new ActionButton(QStringLiteral("cancelButton"), tr("Stop"), key("Alt+X"),
                         tr("Ends the work under way; what was done by then stays"), Weight::Quiet, this);
    showPaused();
}

void StockPanel::makeMenu()
{
    m_menu->setObjectName(QStringLiteral("generateMenu"));
    const auto add = [this](const QString &name, const QString &text, auto act) {
        auto *action = m_menu->addAction(text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, act);
    };
    add(QStringLiteral("generateAndPush"),
        tr("Generate %1 and push them").arg(Words::number(couponsPerClick)),
        [this] { generate({.count = couponsPerClick, .push = true}); });
    m_menu->addSeparator();
    for (const qint64 count : {100, 10'000, 100'000})
        add(QStringLiteral("generate%1").arg(count), tr("Generate %1").arg(Words::number(count)),
            [this, count] { generate({.count = count, .push = false}); });
    m_menu->addSeparator();
    add(QStringLiteral("generateOther"), tr("Other count, prefix, length…"), [this] { askForOrder(); });
}

void StockPanel::layOut()
{
    m_waiting->setTone(theme::Tone::Muted);
    m_time->setTone(theme::Tone::Muted);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 2 + 2);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_progress->setObjectName(QStringLiteral("workProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(220, 8);
    keepRoom(*m_progress);
    keepRoom(*m_cancel);
    auto *split = new QHBoxLayout;
    split->setSpacing(2);
    split->addWidget(m_generate);
    split->addWidget(m_more);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addLayout(split);
    for (auto *button : {m_push, m_pause, m_void}) {
        button->setMinimumHeight(m_push->sizeHint().height());
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(m_waiting);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    below->addWidget(m_time);
    below->addWidget(m_line, 1);
    below->addWidget(m_progress);
    below->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addLayout(below);
}

void StockPanel::connectAll()
{
    connect(m_generate, &QPushButton::clicked, this,
            [this] { generate({.count = couponsPerClick, .push = false}); });
    connect(m_more, &QPushButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    connect(m_push, &QPushButton::clicked, this, &StockPanel::push);
    connect(m_pause, &QPushButton::clicked, this, &StockPanel::pauseOrResume);
    connect(m_void, &QPushButton::clicked, &m_voiding, &StockWork::planVoid);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_shown->stop(); });
    for (auto *one : m_memory.works)
        connectWork(*one);
    connect(&m_voiding, &StockWork::planned, this, &StockPanel::askToVoid);
}

void StockPanel::connectWork(StockWork &work)
{
    connect(&work, &StockWork::started, this, [this, &work] { showStarted(work); });
    connect(&work, &StockWork::progressed, this, [this, &work] { showWork(work); });
    connect(&work, &StockWork::ended, this, [this, &work] { showEnd(work); });
}

void StockPanel::show(const Reading &reading)
{
    m_staged = reading.status.stock.staged;
    const QString staged = reading.hasNumbers() ? Words::number(m_staged) : QStringLiteral("–");
    m_waiting->setTone(reading.isCurrent() ? theme::Tone::Muted : theme::Tone::Stale);
    m_waiting->setText(reading.answered ? tr("Waiting to be pushed: %1").arg(staged) : QString());
    m_storesAway = reading.answered && !(reading.status.redisConnected && reading.status.databaseConnected);
    // A reading that was asked for before coupons were made does not know of them.
    m_nothingToPush = reading.isCurrent() && m_staged == 0 && !hasJustWorked();
    const auto &stock = reading.status.stock;
    m_stockEmpty = stock.available == 0;
    using Sale = SaleView::State;
    const Sale sale = reading.status.sale.state;
    m_opensByPush = sale != Sale::Planned && sale != Sale::Paused && sale != Sale::Closed &&
                    stock.available + stock.reserved + stock.inDoubt + stock.issued == 0;
    m_present = SaleStateWords::sentence(reading);
    if (reading.answered && std::exchange(m_paused, reading.status.paused) != reading.status.paused)
        showPaused();
    showNextStep();
    enableButtons();
    showLine();
}

bool StockPanel::hasJustWorked() const
{
    const WallMs ended = m_work.state().endedAt;
    return m_work.state().act == StockWork::Act::Generate && ended > 0 &&
           m_context.clock.wallMs() - ended < oldestReadingMs;
}

/// Highlights the button of the next sensible step: push waiting coupons, else generate if none are left.
void StockPanel::showNextStep()
{
    using Weight = ActionButton::Weight;
    m_push->setWeight(m_nothingToPush || m_storesAway ? Weight::Quiet : Weight::Main);
    m_push->setHelp(m_storesAway      ? tr("Redis or the database is away: nothing can be put into the stock")
                    : m_nothingToPush ? tr("No coupon waits to be pushed: generate some first")
                                      : tr("Puts every waiting coupon into the stock in Redis"));
    for (auto *button : {m_generate, m_more})
        button->setWeight(m_nothingToPush && m_stockEmpty ? Weight::Main : Weight::Quiet);
}

void StockPanel::showPaused()
{
    m_pause->setWords(m_paused ? tr("Resume &issuing") : tr("Pause &issuing"));
    m_pause->setHelp(m_paused ? tr("Serves requests again")
                              : tr("Tells everybody who asks for a coupon to come back later"));
    m_pause->setWeight(m_paused ? ActionButton::Weight::Main : ActionButton::Weight::Quiet);
}

void StockPanel::takeFocus()
{
    m_generate->setFocus();
}

/// Disabling a button moves the focus to the next one, which is the brake: it must not be pressed by
/// accident.
void StockPanel::enableButtons()
{
    const QWidget *before = window()->focusWidget();
    const bool wasSafe = before == m_generate || before == m_more || before == m_push;
    const bool free = !m_work.state().atWork && !m_ending;
    m_generate->setEnabled(free);
    m_more->setEnabled(free);
    m_push->setEnabled(free && !m_nothingToPush && !m_storesAway);
    // The brakes work at any time, and neither waits for the other.
    m_pause->setEnabled(!m_brake.state().atWork && !m_ending);
    m_void->setEnabled(!m_voiding.state().atWork && !m_ending);
    auto *now = window()->focusWidget();
    if (wasSafe && (now == m_pause || now == m_void))
        m_generate->isEnabled() ? m_generate->setFocus() : now->clearFocus();
}

void StockPanel::showStarted(StockWork &work)
{
    const auto &state = work.state();
    m_shown = &work;
    m_focusBefore = window()->focusWidget();
    enableButtons();
    m_progress->setRange(0, barValue(state.total)); // 0 of 0: running, with unknown length
    m_progress->setVisible(true);
    m_cancel->setVisible(state.canStop);
    m_focusMeanwhile = window()->focusWidget();
    showWork(work);
}

void StockPanel::showWork(StockWork &work)
{
    if (&work != m_shown)
        return;
    const auto &state = work.state();
    // The number that was waiting may have grown since it was read.
    if (m_progress->maximum() > 0 && state.done > m_progress->maximum())
        m_progress->setMaximum(barValue(state.done));
    m_progress->setValue(barValue(state.done));
    m_cancel->setEnabled(!state.stopping);
    showLine();
}

void StockPanel::showEnd(StockWork &work)
{
    m_progress->hide();
    m_cancel->hide();
    enableButtons();
    if (m_ending)
        return;
    m_shown = &work;
    if (work.state().act == StockWork::Act::Generate && hasJustWorked()) {
        m_nothingToPush = false;
        showNextStep();
        enableButtons();
    }
    giveFocusBack(work);
    for (auto *other : m_memory.works) {
        if (other->state().atWork)
            showStarted(*other);
    }
    showLine();
}

/// A button that was disabled has handed the keyboard on. After a pause it belongs on Resume.
void StockPanel::giveFocusBack(const StockWork &work)
{
    const bool mine = m_focusMeanwhile == window()->focusWidget() || !window()->focusWidget();
    const auto act = work.state().act;
    if (mine && (act == StockWork::Act::Pause || act == StockWork::Act::Resume))
        m_pause->setFocus();
    else if (mine && m_focusBefore)
        (m_focusBefore->isEnabled() ? m_focusBefore.data() : m_generate)->setFocus();
    m_focusBefore.clear();
}

/// What is under way, else what was done just now with its time, else what the sale is at.
void StockPanel::showLine()
{
    if (m_ending)
        return;
    const auto &state = m_shown->state();
    const WallMs now = m_context.clock.wallMs();
    const bool fresh = state.isFresh(now) && !state.isOverBy(m_context.pulse.last().status, now);
    const bool ended = fresh && !state.atWork;
    m_time->setText(ended ? moment::second(state.endedAt) : QString());
    m_time->setVisible(ended);
    m_line->setTone(ended && state.failed ? theme::Tone::Bad : theme::Tone::Plain);
    m_line->setText(state.atWork || fresh ? state.sentence : m_present);
    m_line->setToolTip(ended ? plainToolTip(state.detail) : QString());
}

void StockPanel::showEnding()
{
    m_ending = true;
    enableButtons();
    m_time->hide();
    m_line->setTone(theme::Tone::Plain);
    m_line->setText(tr("Ending: what is under way is being finished."));
}

void StockPanel::generate(const GenerateOrder &order)
{
    if (!order.push)
        return m_work.generate(order);
    guard([this, order] { m_work.generate(order); });
}

void StockPanel::push()
{
    guard([this] { m_work.push(m_staged); });
}

/// The first push opens a sale that has no opening time to come.
void StockPanel::guard(std::function<void()> go)
{
    if (!m_context.guard || !m_opensByPush)
        return go();
    m_context.guard->ask(
        window(), QStringLiteral("before the first push"),
        [self = QPointer(this), go = std::move(go)] {
            if (self && !self->m_ending)
                go();
        },
        [self = QPointer(this)] {
            if (self)
                self->m_work.decline(tr("Nothing was put into the stock."));
        });
}

void StockPanel::askForOrder()
{
    auto *dialog = new GenerateDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GenerateDialog::ordered, this, &StockPanel::generate);
    dialog->open();
}

void StockPanel::pauseOrResume()
{
    const bool pause = !m_paused;
    if (!m_context.port.sale().live)
        return m_brake.setPaused(pause);
    m_context.asker.ask(this, StockQuestions::pause(pause), [this, pause](bool yes) {
        if (yes)
            m_brake.setPaused(pause);
        else
            m_brake.decline(pause ? tr("Issuing was not paused.") : tr("Issuing was not resumed."));
    });
}

void StockPanel::askToVoid(const VoidPlan &plan)
{
    const Question question = StockQuestions::voidAll(plan, m_context.port.sale());
    m_context.asker.ask(this, question, [this, expected = plan.toVoid()](bool yes) {
        if (yes && !m_ending)
            m_voiding.voidUnissued(expected);
    });
}

} // namespace seonchak
