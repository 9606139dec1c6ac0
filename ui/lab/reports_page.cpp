// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/reports_page.h"

#include "ui/lab/lab_words.h"
#include "ui/lab/report_bar.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/words.h"

#include <QDir>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace seonchak {

namespace {
constexpr int faultLines = 4;
constexpr int reportPadding = 14;
} // namespace

ReportsPage::ReportsPage(Lab &lab, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_model(lab)
    , m_table(new QTableView(this))
    , m_figures(new QTableView(this))
    , m_empty(new StatePanel(QStringLiteral("reportsState"), this))
    , m_bar(new ReportBar(QStringLiteral("reports"), lab, context, this))
    , m_shown(new ToneLabel(QStringLiteral("reportsShown"), this))
    , m_line(new ToneLabel(QStringLiteral("reportsLine"), this))
    , m_faults(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("reportsPage"));
    layOut();
    connectParts();
    showState();
    showSelection();
}

void ReportsPage::layOutTables()
{
    m_table->setObjectName(QStringLiteral("reportsTable"));
    m_table->setAccessibleName(tr("Earlier comparisons"));
    m_table->setModel(&m_model);
    styleTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *header = m_table->horizontalHeader();
    const auto width = [this](const QString &text) {
        return m_table->fontMetrics().horizontalAdvance(text) + reportPadding;
    };
    header->setStretchLastSection(false);
    header->resizeSection(ReportsModel::When, width(QStringLiteral("2088-88-88 88:88:88")));
    header->resizeSection(ReportsModel::Check, width(tr("not checked")) + reportPadding);
    header->setSectionResizeMode(ReportsModel::Parameters, QHeaderView::Stretch);
    header->setSectionResizeMode(ReportsModel::Verdict, QHeaderView::Stretch);
    m_figures->setObjectName(QStringLiteral("reportsFigures"));
    m_figures->setAccessibleName(tr("The selected comparisons side by side"));
    m_figures->setModel(&m_compared);
    styleTable(*m_figures);
    m_figures->setSelectionMode(QAbstractItemView::NoSelection);
    m_figures->horizontalHeader()->setStretchLastSection(false);
}

void ReportsPage::layOut()
{
    layOutTables();
    m_line->setWordWrap(true);
    m_faults->setObjectName(QStringLiteral("reportsFaults"));
    m_faults->setAccessibleName(tr("What is wrong with the report"));
    m_faults->setReadOnly(true);
    m_faults->setTabChangesFocus(true);
    m_faults->setFixedHeight(m_faults->fontMetrics().lineSpacing() * faultLines + reportPadding);
    m_shown->setWordWrap(true);
    m_shown->setTone(theme::Tone::Muted);
    auto *lists = new QWidget(this);
    auto *both = new QVBoxLayout(lists);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(8);
    both->addWidget(m_table, 2);
    both->addWidget(m_bar);
    both->addWidget(m_shown);
    both->addWidget(m_line);
    both->addWidget(m_faults);
    both->addWidget(m_figures, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 12);
    m_stack = new QStackedLayout; // It takes no margins of its own.
    layout->addLayout(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(lists);
}

void ReportsPage::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ReportsPage::showSelection);
    connect(m_table, &QAbstractItemView::activated, m_bar, &ReportBar::open);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &ReportsPage::keepSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ReportsPage::restoreSelection);
    connect(m_bar, &ReportBar::told, this, &ReportsPage::tell);
    connect(&m_lab.reading, &ReportWork::ended, this, [this](const ReportEnd &end) {
        if (end.directory != m_bar->report())
            return;
        const auto [tone, sentence] = ReportBar::endOf(end);
        tell(tone, end.faults.isEmpty() || end.kind == ReportEnd::Kind::Planted
                       ? sentence
                       : tr("The report does not hold: %1 faults.").arg(Words::number(end.faults.size())));
        showFaults(end.directory);
    });
}

void ReportsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_lab.shelf.refresh(); // A command may have written one as well.
}

QList<lab::ReportSummary> ReportsPage::selected() const
{
    QList<lab::ReportSummary> reports;
    for (const auto &index : m_table->selectionModel()->selectedRows())
        reports << m_model.at(index.row());
    std::ranges::sort(reports, std::ranges::less(),
                      [](const lab::ReportSummary &one) { return one.written.toMSecsSinceEpoch(); });
    return reports;
}

void ReportsPage::keepSelection()
{
    m_kept.clear();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_table->selectionModel()->isRowSelected(row))
            m_kept.insert(m_model.at(row).directory);
    }
}

void ReportsPage::restoreSelection()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_kept.contains(m_model.at(row).directory))
            m_table->selectionModel()->select(m_model.index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    showState();
    showSelection();
}

void ReportsPage::showState()
{
    if (!m_lab.shelf.isRead()) {
        m_empty->show(StatePanel::State::Loading, tr("Reading the reports"),
                      tr("They appear here in a moment."));
    } else {
        m_empty->show(StatePanel::State::Empty, tr("No report yet"),
                      tr("Run a comparison under Experiment. Its report is kept in %1 and listed here.")
                          .arg(QDir::toNativeSeparators(m_lab.places.reports)));
    }
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
}

void ReportsPage::showSelection()
{
    const auto reports = selected();
    m_bar->setReport(reports.size() == 1 ? reports.first().directory : QString(),
                     reports.isEmpty()
                         ? tr("Select a report to see its figures; several, to compare them.")
                         : tr("%1 reports are compared below.").arg(Words::number(reports.size())));
    showFigures(reports);
    const bool known = reports.size() == 1 && !reports.first().trouble;
    m_shown->setText(known ? LabWords::parameters(reports.first()) : QString());
    m_shown->setVisible(known);
    const QString one = reports.size() == 1 ? reports.first().directory : QString();
    showFaults(one);
    if (reports.size() > 1 && !m_compared.isAlike())
        return tell(theme::Tone::Waiting,
                    tr("They were made with different parameters: their speeds tell little of each other."));
    if (m_lab.reading.isAtWork() && m_lab.reading.directory() == one)
        return tell(theme::Tone::Muted, ReportBar::readingNow());
    const auto found = m_lab.readings.constFind(one);
    if (found == m_lab.readings.constEnd())
        return tell(theme::Tone::Muted, {});
    if (found->faults.isEmpty()) {
        const auto [tone, sentence] = ReportBar::endOf(*found);
        return tell(tone, sentence);
    }
    tell(theme::Tone::Bad,
         tr("The report does not hold: %1 faults.").arg(Words::number(found->faults.size())));
}

void ReportsPage::showFigures(const QList<lab::ReportSummary> &reports)
{
    m_compared.show(reports);
    m_figures->setVisible(m_compared.rowCount() > 0);
    m_figures->resizeColumnsToContents();
    // The names take what is left over, so that the figures of all reports stand at the right.
    for (int column = 0; column < m_compared.columnCount(); ++column)
        m_figures->horizontalHeader()->setSectionResizeMode(
            column, column == FiguresModel::Strategy ? QHeaderView::Stretch : QHeaderView::Interactive);
}

void ReportsPage::showFaults(const QString &directory)
{
    const auto known = m_lab.readings.constFind(directory);
    const QStringList faults = known == m_lab.readings.constEnd() ? QStringList() : known->faults;
    m_faults->setPlainText(faults.join(QLatin1Char('\n')));
    m_faults->setVisible(!faults.isEmpty());
}

void ReportsPage::tell(theme::Tone tone, const QString &sentence)
{
    m_line->tell(tone, sentence);
    m_line->setVisible(!sentence.isEmpty());
}

} // namespace seonchak
