// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_page.h"

#include "ui/lab/lab_form.h"
#include "ui/lab/lab_question.h"
#include "ui/lab/lab_words.h"
#include "ui/lab/report_bar.h"
#include "ui/parts/action_button.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/words.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPointer>
#include <QProgressBar>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using Weight = ActionButton::Weight;

constexpr int tickMs = 250;
constexpr int cellPadding = 14;

} // namespace

LabPage::LabPage(Lab &lab, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_context(context)
    , m_form(new LabForm(lab.draft, this))
    , m_table(new QTableView(this))
    , m_empty(new StatePanel(QStringLiteral("labState"), this))
    , m_progress(new QProgressBar(this))
    , m_shown(new ToneLabel(QStringLiteral("labShown"), this))
    , m_line(new ToneLabel(QStringLiteral("labLine"), this))
    , m_start(new ActionButton(QStringLiteral("labStart"), tr("Run the comparison"), QKeySequence(), {},
                               Weight::Main, this))
    , m_cancel(new ActionButton(QStringLiteral("labCancel"), tr("Cancel"), QKeySequence(), {}, Weight::Quiet,
                                this))
    , m_report(new ReportBar(QStringLiteral("lab"), lab, context, this))
{
    setObjectName(QStringLiteral("labPage"));
    layOut();
    connectParts();
    showState();
    showProgress();
    if (m_lab.reading.isAtWork() &&
        m_lab.reading.directory() == m_lab.report) // begun by the page before this one
        tell(theme::Tone::Muted, ReportBar::readingNow());
}

void LabPage::layOutTable()
{
    m_table->setObjectName(QStringLiteral("labTable"));
    m_table->setAccessibleName(tr("Runs of the comparison"));
    m_table->setModel(&m_lab.trials);
    styleTable(*m_table);
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    QFont bold = header->font();
    bold.setWeight(QFont::DemiBold);
    for (int column = 0; column < TrialModel::Columns_; ++column) {
        const auto title = m_lab.trials.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int words = std::max(QFontMetrics(bold).horizontalAdvance(title),
                                   m_table->fontMetrics().horizontalAdvance(m_lab.trials.sample(column)));
        header->resizeSection(column, words + cellPadding);
    }
    // What room is left over goes to the names: the numbers stay close to each other.
    header->setSectionResizeMode(TrialModel::Strategy, QHeaderView::Stretch);
}

void LabPage::layOut()
{
    layOutTable();
    m_progress->setObjectName(QStringLiteral("labProgress"));
    m_line->setWordWrap(true);
    m_shown->setWordWrap(true);
    m_shown->setTone(theme::Tone::Muted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    for (auto *button : {m_start, m_cancel})
        buttons->addWidget(button);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_line, 2);
    auto *results = new QWidget(this);
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_shown);
    layout->addWidget(results, 1);
    layout->addWidget(m_report);
}

void LabPage::connectParts()
{
    connect(m_form, &LabForm::changed, this, [this] {
        m_lab.keepDraft(m_form->draft());
        if (m_refused && m_form->isFine())
            tell(theme::Tone::Muted, {});
    });
    connect(m_start, &QAbstractButton::clicked, this, &LabPage::askAndStart);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        m_lab.work.cancel();
        m_cancel->setEnabled(false);
        showProgress();
    });
    connect(m_report, &ReportBar::told, this,
            [this](theme::Tone tone, const QString &sentence) { tell(tone, sentence); });
    connect(&m_lab.work, &LabWork::started, this, &LabPage::showState);
    connect(&m_lab.work, &LabWork::progressed, this, &LabPage::showProgress);
    connect(&m_lab.work, &LabWork::ended, this, &LabPage::showEnd);
    connect(&m_lab.reading, &ReportWork::started, this, &LabPage::showState);
    connect(&m_lab.reading, &ReportWork::ended, this, [this](const ReportEnd &end) {
        showState();
        if (end.directory != m_lab.report)
            return;
        const auto [tone, sentence] = ReportBar::endOf(end);
        tell(tone, sentence);
    });
    connect(&m_lab.trials, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] {
        const auto *bar = m_table->verticalScrollBar();
        m_wasAtEnd = bar->value() >= bar->maximum();
    });
    connect(&m_lab.trials, &QAbstractItemModel::rowsInserted, this, [this] {
        showRows();
        if (m_wasAtEnd) // A person who has scrolled up keeps that position.
            m_table->scrollToBottom();
    });
    // Answers are counted as they arrive; between runs only the time advances.
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &LabPage::showProgress);
}

void LabPage::askAndStart()
{
    if (!m_form->check()) {
        tell(theme::Tone::Bad, tr("The comparison cannot start: see what is red above."));
        m_refused = true;
        return;
    }
    const auto question = LabQuestion::before(m_context, LabQuestion::Act::Compare);
    if (!question)
        return start();
    const QPointer<LabPage> self(this);
    m_context.asker.ask(this, *question, [self](bool yes) {
        if (!self)
            return;
        if (yes)
            self->start();
        else
            self->tell(theme::Tone::Muted, tr("The comparison was not started."));
    });
}

void LabPage::start()
{
    if (m_form->draft().seed.isEmpty()) // Shown, so that the same comparison can be made again.
        m_form->setSeed(QString::number(QRandomGenerator::system()->bounded(1'000'000)));
    auto setting = settingOf(m_form->draft());
    setting.serverProgram = m_lab.places.serverProgram;
    setting.outDir = m_lab.places.reports +
                     QDateTime::currentDateTime().toString(QStringLiteral("'/lab-'yyyyMMdd-HHmmss"));
    m_lab.keepDraft(m_form->draft());
    m_lab.start(setting);
    showProgress();
}

void LabPage::showProgress()
{
    if (!m_lab.work.isAtWork())
        return;
    const qint64 now = m_lab.nowMs();
    RunClock &clock = m_lab.clock;
    const lab::Progress &progress = clock.last();
    if (m_lab.work.isCancelled())
        return tell(theme::Tone::Waiting, tr("Cancelling: the present run's server is ended."));
    if (!clock.hasBegun()) {
        m_progress->setRange(0, 0);
        return tell(theme::Tone::Muted, tr("The first server starts…"));
    }
    m_progress->setRange(0, progress.runs * RunClock::perRun);
    m_progress->setValue(clock.value(now));
    const qint64 leftMs = clock.leftMs(now);
    const QString left =
        leftMs < 0 ? tr("time left not known yet") : tr("about %1 left").arg(Words::duration(leftMs + 999));
    tell(theme::Tone::Muted,
         tr("Run %1 of %2: %3 on %4, %5, %6")
             .arg(Words::number(qint64(progress.run)), Words::number(qint64(progress.runs)),
                  strategyName(progress.cell.strategy),
                  Words::databaseName(lab::engineOf(progress.cell.database)),
                  LabWords::step(progress, m_lab.shown.value_or(lab::Setting{})), left));
    showRows();
}

void LabPage::showEnd(const LabEnd &end)
{
    const auto &result = end.trials;
    showState();
    if (!result)
        return tell(theme::Tone::Bad,
                    tr("The comparison could not be made. %1").arg(ReachWords::told(result.error().detail)),
                    result.error().detail);
    qsizetype unsound = 0;
    for (const auto &trial : *result)
        unsound += trial.verdict.isSound() ? 0 : 1;
    const QString runs = Words::number(result->size());
    QString sentence;
    auto tone = theme::Tone::Good;
    if (end.cancelled) {
        tone = theme::Tone::Waiting;
        sentence = tr("Cancelled. The report holds the %1 finished runs.").arg(runs);
    } else if (unsound > 0) {
        tone = theme::Tone::Bad;
        sentence = tr("%1 runs, %2 of them lost or doubled coupons. The report says which.")
                       .arg(runs, Words::number(unsound));
    } else {
        sentence = tr("%1 runs, every coupon accounted for in each.").arg(runs);
    }
    if (const qsizetype busy = m_lab.trials.generatorBusy(); busy > 0)
        sentence +=
            QLatin1Char(' ') + tr("In %1 of them the generator was the bottleneck.").arg(Words::number(busy));
    tell(tone, sentence);
}

void LabPage::showState()
{
    const bool atWork = m_lab.work.isAtWork();
    m_form->setEnabled(!atWork);
    m_start->setEnabled(!atWork && !m_lab.reading.isAtWork());
    m_cancel->setEnabled(atWork && !m_lab.work.isCancelled());
    m_cancel->setVisible(atWork);
    m_progress->setVisible(atWork);
    if (atWork)
        m_tick.start();
    else
        m_tick.stop();
    m_shown->setVisible(m_lab.shown.has_value());
    if (m_lab.shown)
        m_shown->setText(
            (atWork ? tr("Running: %1") : tr("Shown: %1")).arg(LabWords::parameters(*m_lab.shown)));
    m_report->setReport(m_lab.report, atWork ? tr("The report is written when the last run has ended.")
                                             : tr("No report yet. Earlier ones are under Reports."));
    showRows();
}

void LabPage::showRows()
{
    if (m_lab.trials.rowCount() > 0)
        return m_stack->setCurrentWidget(m_table);
    m_stack->setCurrentWidget(m_empty);
    if (m_lab.work.isAtWork())
        m_empty->show(StatePanel::State::Loading, tr("The first run is under way"),
                      tr("Its row appears here when its answers are judged."));
    else
        m_empty->show(StatePanel::State::Empty, tr("No run yet"),
                      tr("Choose what to compare and run it. Each run has a server, a Redis key space and a "
                         "database of its own: the sale is not touched."));
}

void LabPage::tell(theme::Tone tone, const QString &sentence, const QString &detail)
{
    m_refused = false;
    m_line->tell(tone, sentence, detail);
}

} // namespace seonchak
