// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/race_page.h"

#include "core/lab/race/race_finding.h"
#include "ui/lab/lab_question.h"
#include "ui/lab/race_view.h"
#include "ui/lab/race_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using Weight = ActionButton::Weight;
constexpr int playMs = 1200;

ActionButton *button(const char *name, const QString &text, const QString &help, Weight weight,
                     QWidget *parent)
{
    auto *made = new ActionButton(QLatin1String(name), text, {}, help, weight, parent);
    made->setAccessibleName(text);
    return made;
}

} // namespace

RacePage::RacePage(RaceWork &work, QString serverProgram, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_work(work)
    , m_serverProgram(std::move(serverProgram))
    , m_strategy(new QComboBox(this))
    , m_scenario(new QComboBox(this))
    , m_database(new QLineEdit(this))
    , m_start(button("raceStart", tr("Run the race"), {}, Weight::Main, this))
    , m_cancel(button("raceCancel", tr("Cancel"), {}, Weight::Quiet, this))
    , m_back(button("raceBack", tr("◀ Back"), tr("One step back (Left)"), Weight::Quiet, this))
    , m_next(button("raceNext", tr("Next ▶"), tr("One step on (Right)"), Weight::Quiet, this))
    , m_play(button("racePlay", tr("Play"), tr("From here to the end, or from the beginning (Space)"),
                    Weight::Quiet, this))
    , m_view(new RaceView(this))
    , m_state(new StatePanel(QStringLiteral("raceState"), this))
    , m_finding(new ToneLabel(QStringLiteral("raceFinding"), this))
    , m_step(new ToneLabel(QStringLiteral("raceStep"), this))
    , m_count(new ToneLabel(QStringLiteral("raceCount"), this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("racePage"));
    auto *stage = new QWidget(this);
    m_stack = new QStackedLayout(stage);
    m_stack->addWidget(m_state);
    m_stack->addWidget(replay());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(choices());
    layout->addWidget(stage, 1);
    m_timer->setInterval(playMs);
    connectParts();
    fillScenarios();
    if (const auto &trace = m_work.trace()) {
        m_strategy->setCurrentText(strategyName(trace->strategy));
        m_scenario->setCurrentIndex(m_scenario->findData(int(trace->scenario)));
        showTrace();
    }
    showState();
}

QWidget *RacePage::choices()
{
    m_strategy->setObjectName(QStringLiteral("raceStrategy"));
    for (const auto strategy : allStrategies())
        m_strategy->addItem(strategyName(strategy), int(strategy));
    m_strategy->setCurrentText(strategyName(Strategy::RedisLpop));
    m_scenario->setObjectName(QStringLiteral("raceScenario"));
    m_database->setObjectName(QStringLiteral("raceDatabase"));
    m_database->setPlaceholderText(QStringLiteral("postgresql://user:password@host:5432/postgres"));
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new LabelledField(tr("S&trategy"), m_strategy, box));
    row->addWidget(new LabelledField(tr("Sce&nario"), m_scenario, box));
    row->addWidget(new LabelledField(tr("&PostgreSQL server (empty: SQLite)"), m_database, box), 1);
    row->addWidget(m_start, 0, Qt::AlignVCenter);
    row->addWidget(m_cancel, 0, Qt::AlignVCenter);
    return box;
}

QWidget *RacePage::replay()
{
    m_finding->setWordWrap(true);
    m_finding->setScale(1.1, true);
    m_step->setWordWrap(true);
    m_step->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Steps of one and of two lines: the axis does not jump.
    m_step->setMinimumHeight(m_step->fontMetrics().lineSpacing() * 2 + 2);
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_finding);
    layout->addWidget(m_view, 1);
    layout->addWidget(controls());
    layout->addWidget(m_step);
    return box;
}

QWidget *RacePage::controls()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (auto *one : {m_back, m_next, m_play})
        row->addWidget(one);
    m_count->setTone(theme::Tone::Muted);
    row->addWidget(m_count);
    row->addStretch(1);
    return box;
}

void RacePage::connectParts()
{
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &RacePage::fillScenarios);
    connect(m_start, &QAbstractButton::clicked, this, &RacePage::askAndStart);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        m_work.cancel();
        m_cancel->setEnabled(false);
    });
    connect(m_back, &QAbstractButton::clicked, this, [this] { m_view->setCurrent(m_view->current() - 1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { m_view->setCurrent(m_view->current() + 1); });
    connect(m_play, &QAbstractButton::clicked, this, &RacePage::play);
    connect(m_view, &RaceView::currentChanged, this, &RacePage::showStep);
    connect(&m_work, &RaceWork::ended, this, &RacePage::showEnd);
    connect(&m_work, &RaceWork::stepped, this, [this](int steps) {
        m_state->show(StatePanel::State::Loading, tr("The race is on"),
                      tr("%n steps so far.", nullptr, steps));
    });
    connect(m_timer, &QTimer::timeout, this, [this] { m_view->setCurrent(m_view->current() + 1); });
}

Strategy RacePage::strategy() const
{
    return Strategy(m_strategy->currentData().toInt());
}

/// Lists the scenarios that fit the strategy; keeps the present one if possible.
void RacePage::fillScenarios()
{
    const QVariant before = m_scenario->currentData();
    m_scenario->clear();
    for (const auto scenario :
         {lab::RaceScenario::DoubleClick, lab::RaceScenario::TwoUsers, lab::RaceScenario::PartnerRefuses}) {
        if (lab::fits(scenario, strategy()))
            m_scenario->addItem(RaceWords::scenario(scenario), int(scenario));
    }
    m_scenario->setCurrentIndex(std::max(0, m_scenario->findData(before)));
}

void RacePage::askAndStart()
{
    if (m_work.isAtWork())
        return;
    const auto question = LabQuestion::before(m_context, LabQuestion::Act::Race);
    if (!question)
        return start();
    m_context.asker.ask(this, *question, [self = QPointer(this)](bool yes) {
        if (self && yes)
            self->start();
    });
}

void RacePage::start()
{
    lab::RaceSetting setting;
    setting.strategy = strategy();
    setting.scenario = lab::RaceScenario(m_scenario->currentData().toInt());
    if (!m_database->text().trimmed().isEmpty())
        setting.database = m_database->text().trimmed();
    setting.serverProgram = m_serverProgram;
    setPlaying(false);
    m_work.start(setting);
    showState();
}

void RacePage::showEnd(const RaceEnd &end)
{
    showState();
    if (end.result)
        return showTrace();
    m_stack->setCurrentWidget(m_state);
    if (end.cancelled)
        m_state->show(StatePanel::State::Empty, tr("Cancelled"),
                      tr("The race's server and its stores are gone again."));
    else
        showFailure(end.result.error().detail);
}

void RacePage::showFailure(const QString &detail)
{
    m_state->show(StatePanel::State::Error, tr("The race could not be run"), ReachWords::told(detail));
    m_state->setToolTip(plainToolTip(detail));
}

void RacePage::showTrace()
{
    const auto &trace = *m_work.trace();
    QStringList lines;
    bool isSound = true;
    for (const auto &finding : lab::findingsOf(trace)) {
        isSound = isSound && !finding.isFault();
        lines << (finding.isFault() ? QStringLiteral("✗ ") : QStringLiteral("✓ ")) +
                     RaceWords::finding(trace, finding);
    }
    m_finding->setTone(isSound ? theme::Tone::Good : theme::Tone::Bad);
    m_finding->setText(lines.join(u'\n'));
    m_finding->setAccessibleName(lines.join(u' '));
    m_stack->setCurrentIndex(1);
    m_view->show(trace);
    m_view->setFocus();
}

void RacePage::showStep(int step)
{
    const auto &trace = *m_work.trace();
    const int last = int(trace.steps.size()) - 1;
    m_count->setText(tr("Step %1 of %2").arg(step + 1).arg(last + 1));
    m_step->setText(RaceWords::sentence(trace, step));
    m_back->setEnabled(step > 0);
    m_next->setEnabled(step < last);
    if (step == last)
        setPlaying(false);
}

void RacePage::showState()
{
    const bool atWork = m_work.isAtWork();
    for (auto *field : {static_cast<QWidget *>(m_strategy), static_cast<QWidget *>(m_scenario),
                        static_cast<QWidget *>(m_database), static_cast<QWidget *>(m_start)})
        field->setEnabled(!atWork);
    m_cancel->setEnabled(atWork);
    m_state->setToolTip({});
    m_cancel->setVisible(atWork);
    if (atWork)
        m_state->show(StatePanel::State::Loading, tr("The race is on"), tr("Its server starts…"));
    else if (!m_work.trace())
        m_state->show(StatePanel::State::Empty, tr("No race yet"),
                      tr("Two requests are stepped against each other, a step of each in turn, on a server "
                         "and stores of their own: the sale is not touched."));
    m_stack->setCurrentIndex(!atWork && m_work.trace() ? 1 : 0);
}

void RacePage::play()
{
    if (!m_timer->isActive() && !m_next->isEnabled())
        m_view->setCurrent(0);
    setPlaying(!m_timer->isActive());
}

void RacePage::setPlaying(bool playing)
{
    if (playing)
        m_timer->start();
    else
        m_timer->stop();
    m_play->setWords(playing ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
}

void RacePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && m_stack->currentIndex() == 1)
        return play();
    QWidget::keyPressEvent(event);
}

} // namespace seonchak
