// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_page.h"

#include "ui/lab/lab_form.h"
#include "ui/parts/action_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/words.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QHeaderView>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

namespace seonchak {

namespace {
using Weight = ActionButton::Weight;
} // namespace

LabPage::LabPage(Lab &lab, QWidget *parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_form(new LabForm(this))
    , m_table(new QTableView(this))
    , m_empty(new StatePanel(QStringLiteral("labState"), this))
    , m_progress(new QProgressBar(this))
    , m_line(new ToneLabel(QStringLiteral("labLine"), this))
    , m_start(new ActionButton(QStringLiteral("labStart"), tr("Run the comparison"), QKeySequence(), {},
                               Weight::Main, this))
    , m_cancel(new ActionButton(QStringLiteral("labCancel"), tr("Cancel"), QKeySequence(), {}, Weight::Quiet,
                                this))
    , m_open(new ActionButton(QStringLiteral("labOpen"), tr("Open the report"), QKeySequence(), {},
                              Weight::Quiet, this))
    , m_check(new ActionButton(QStringLiteral("labCheck"), tr("Check it"), QKeySequence(),
                               tr("Derives the verdict again from the records"), Weight::Quiet, this))
    , m_plant(new ActionButton(QStringLiteral("labPlant"), tr("Test the tester"), QKeySequence(),
                               tr("Plants known faults in a copy of each run: each must be found"),
                               Weight::Quiet, this))
{
    setObjectName(QStringLiteral("labPage"));
    layOut();
    connectParts();
    showState();
    if (m_lab.reading.isAtWork()) // begun by the page before this one
        tell(theme::Tone::Muted, tr("Reading the records…"));
}

void LabPage::layOut()
{
    m_table->setObjectName(QStringLiteral("labTable"));
    m_table->setAccessibleName(tr("Runs of the comparison"));
    m_table->setModel(&m_lab.trials);
    styleTable(*m_table);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(header->fontMetrics().horizontalAdvance(QStringLiteral("0,000,000")));
    header->setSectionResizeMode(TrialModel::Strategy, QHeaderView::Fixed);
    header->resizeSection(TrialModel::Strategy,
                          fontMetrics().horizontalAdvance(QStringLiteral("redis-lpop-compensate")) + 24);
    m_progress->setObjectName(QStringLiteral("labProgress"));
    m_line->setWordWrap(true);
    m_empty->show(StatePanel::State::Empty, tr("No run yet"),
                  tr("Choose what to compare and run it. Each run has a server, a Redis key space and a "
                     "database of its "
                     "own: the sale is not touched."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    for (auto *button : {m_start, m_cancel})
        buttons->addWidget(button);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    for (auto *button : {m_open, m_check, m_plant})
        buttons->addWidget(button);
    auto *results = new QWidget(this);
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    layout->addWidget(m_line);
    layout->addWidget(results, 1);
}

void LabPage::connectParts()
{
    connect(m_start, &QAbstractButton::clicked, this, &LabPage::start);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        m_lab.work.cancel();
        m_cancel->setEnabled(false);
        tell(theme::Tone::Waiting, tr("Cancelling: the present run's server is ended."));
    });
    connect(m_open, &QAbstractButton::clicked, this, &LabPage::openReport);
    connect(m_check, &QAbstractButton::clicked, this, [this] { read(ReportEnd::Kind::Checked); });
    connect(m_plant, &QAbstractButton::clicked, this, [this] { read(ReportEnd::Kind::Planted); });
    connect(&m_lab.work, &LabWork::progressed, this, &LabPage::showProgress);
    connect(&m_lab.work, &LabWork::ended, this, &LabPage::showEnd);
    connect(&m_lab.reading, &ReportWork::ended, this, &LabPage::showReportEnd);
    connect(&m_lab.trials, &QAbstractItemModel::rowsInserted, this,
            [this] { m_stack->setCurrentWidget(m_table); });
}

void LabPage::start()
{
    auto setting = m_form->setting();
    setting.serverProgram = m_lab.places.serverProgram;
    m_lab.running = m_lab.places.reports +
                    QDateTime::currentDateTime().toString(QStringLiteral("'/lab-'yyyyMMdd-HHmmss"));
    setting.outDir = m_lab.running;
    m_lab.work.start(setting);
    m_progress->setRange(0, 0);
    tell(theme::Tone::Muted, tr("The first server starts…"));
    showState();
}

void LabPage::showProgress(const lab::Progress &progress)
{
    const int perRun = 1000;
    const double share = progress.requests > 0 ? double(progress.answered) / double(progress.requests) : 0;
    m_progress->setRange(0, progress.runs * perRun);
    m_progress->setValue((progress.run - 1) * perRun + int(share * perRun));
    const QString left = progress.secondsLeft < 0
                             ? tr("time left not known yet")
                             : tr("about %1 left").arg(Words::duration(qint64(progress.secondsLeft * 1000)));
    tell(theme::Tone::Muted, tr("Run %1 of %2: %3 on %4, %5")
                                 .arg(progress.run)
                                 .arg(progress.runs)
                                 .arg(strategyName(progress.cell.strategy),
                                      Words::databaseName(lab::engineOf(progress.cell.database)), left));
}

void LabPage::showEnd(const LabEnd &end)
{
    const auto &result = end.trials;
    if (!result) {
        tell(theme::Tone::Bad, tr("The comparison could not be made: %1").arg(result.error().detail));
    } else {
        m_lab.report = m_lab.running;
        qsizetype unsound = 0;
        for (const auto &trial : *result)
            unsound += trial.verdict.isSound() ? 0 : 1;
        const QString runs = Words::number(result->size());
        if (end.cancelled)
            tell(theme::Tone::Waiting, tr("Cancelled. The report holds the %1 finished runs.").arg(runs));
        else if (unsound > 0)
            tell(theme::Tone::Bad, tr("%1 runs, %2 of them lost or doubled coupons. The report says which.")
                                       .arg(runs, Words::number(unsound)));
        else
            tell(theme::Tone::Good, tr("%1 runs, every coupon accounted for in each.").arg(runs));
    }
    showState();
}

void LabPage::showState()
{
    const bool atWork = m_lab.work.isAtWork();
    const bool reading = m_lab.reading.isAtWork();
    m_form->setEnabled(!atWork);
    m_start->setEnabled(!atWork && !reading);
    m_cancel->setEnabled(atWork);
    m_cancel->setVisible(atWork);
    m_progress->setVisible(atWork);
    const bool hasReport = !atWork && !reading && !m_lab.report.isEmpty();
    for (auto *button : {m_open, m_check, m_plant})
        button->setEnabled(hasReport);
    m_stack->setCurrentWidget(m_lab.trials.rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_empty);
}

void LabPage::openReport()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_lab.report + QStringLiteral("/report.html")));
}

void LabPage::read(ReportEnd::Kind how)
{
    m_lab.reading.start(how, m_lab.report);
    tell(theme::Tone::Muted, tr("Reading the records…"));
    showState();
}

void LabPage::showReportEnd(const ReportEnd &end)
{
    const bool checked = end.kind == ReportEnd::Kind::Checked;
    const QString faults = end.faults.join(QStringLiteral("; "));
    if (!end.faults.isEmpty())
        tell(theme::Tone::Bad,
             (checked ? tr("The report does not hold: %1") : tr("Planted faults were missed: %1"))
                 .arg(faults));
    else if (checked)
        tell(theme::Tone::Good,
             tr("Every record is as it was written, and the verdict follows from the records."));
    else if (end.planted == 0)
        tell(theme::Tone::Waiting, tr("No run of this report sold out: nothing could be planted."));
    else
        tell(theme::Tone::Good, tr("%1 faults were planted, and exactly those were found.")
                                    .arg(Words::number(qint64(end.planted))));
    showState();
}

void LabPage::tell(theme::Tone tone, const QString &sentence)
{
    m_line->setTone(tone);
    m_line->setText(sentence);
}

} // namespace seonchak
