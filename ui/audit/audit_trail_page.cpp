// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_trail_page.h"

#include "ui/audit/audit_export.h"
#include "ui/audit/audit_filter_bar.h"
#include "ui/audit/audit_model.h"
#include "ui/audit/audit_phrases.h"
#include "ui/audit/audit_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/file_names.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/moment.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"
#include "ui/port/pulse.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

AuditTrailPage::AuditTrailPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_clock(context.clock)
    , m_model(new AuditModel(this))
    , m_exporter(new AuditExport(context, this))
    , m_filters(new AuditFilterBar(context.clock.wallMs(), this))
    , m_state(new StatePanel(QStringLiteral("auditState"), this))
    , m_detail(new ToneLabel(QStringLiteral("auditDetail"), this))
    , m_line(new ToneLabel(QStringLiteral("auditLine"), this))
    , m_count(new ToneLabel(QStringLiteral("auditCount"), this))
    , m_export(new ActionButton(
          QStringLiteral("auditExport"), tr("&Export…"), QKeySequence(QStringLiteral("Alt+E")),
          tr("Writes everything that matches into a CSV file"), ActionButton::Weight::Quiet, this))
    , m_cancel(new ActionButton(QStringLiteral("auditCancel"), tr("Cancel"), {},
                                tr("Ends the export; no file is written"), ActionButton::Weight::Quiet, this))
    , m_folder(new FolderButton(QStringLiteral("auditFolder"), this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("auditPage"));
    layOut();
    m_model->setPalette(palette());
    connectParts();
    connect(&context.pulse, &Pulse::read, this, &AuditTrailPage::takeReading);
    showState();
    showExport(false);
}

void AuditTrailPage::layOut()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_filters, 1);
    row->addWidget(m_export);
    auto *pages = new QWidget(this);
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_state);
    m_stack->addWidget(tableCard());
    m_count->setTone(theme::Tone::Muted);
    m_export->setAccessibleName(tr("Export as CSV"));
    m_cancel->setAccessibleName(tr("Cancel the export"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(top);
    layout->addWidget(pages, 1);
    layout->addWidget(exportRow());
}

QWidget *AuditTrailPage::tableCard()
{
    auto *card = new Card(QStringLiteral("auditCard"), this);
    m_table = new QTableView(card);
    m_table->setObjectName(QStringLiteral("auditTable"));
    m_table->setAccessibleName(tr("The audit trail, the newest first"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    styleTable(*m_table);
    const int letter = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int letters[] = {20, 15, 20, 40};
    for (int column = 0; column < AuditModel::Result; ++column)
        m_table->setColumnWidth(column, letters[column] * letter + 16);
    m_detail->setTone(theme::Tone::Muted);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setContentsMargins(10, 6, 10, 6);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_detail->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // No higher than its lines.
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_detail);
    return card;
}

QWidget *AuditTrailPage::exportRow()
{
    auto *bottom = new QWidget(this);
    m_progress->setObjectName(QStringLiteral("auditProgress"));
    m_progress->setAccessibleName(tr("The export's progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setRange(0, 0); // Nobody knows how many match before they are read.
    m_progress->setMaximumWidth(160);
    m_line->setWordWrap(true);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_progress);
    row->addWidget(m_line, 1);
    row->addWidget(m_folder);
    row->addWidget(m_count);
    row->addWidget(m_cancel);
    return bottom;
}

void AuditTrailPage::connectParts()
{
    connect(m_filters, &AuditFilterBar::changed, this, &AuditTrailPage::searchAnew);
    connect(m_model, &AuditModel::moreWanted, this, [this](qint64 before) { ask(Why::More, before); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AuditTrailPage::showDetail);
    connect(m_model, &QAbstractItemModel::modelReset, this, &AuditTrailPage::showDetail);
    connect(m_state, &StatePanel::retryAsked, this, [this] {
        if (m_filters->isNarrow() && !m_error)
            m_filters->clear();
        searchAnew();
    });
    connect(m_export, &QPushButton::clicked, this, &AuditTrailPage::askWhere);
    connect(m_cancel, &QPushButton::clicked, m_exporter, &AuditExport::cancel);
    connect(m_exporter, &AuditExport::started, this, [this] {
        showExport(true);
        tell(theme::Tone::Plain, tr("Exporting…"));
    });
    connect(m_exporter, &AuditExport::progressed, this, [this](qint64 entries) {
        tell(theme::Tone::Plain, tr("Exporting: %1 entries so far…").arg(Words::number(entries)));
    });
    connect(m_exporter, &AuditExport::ended, this,
            [this](bool fine, const QString &sentence, const QString &detail) {
                showExport(false);
                tell(fine ? theme::Tone::Good : theme::Tone::Bad, sentence, detail);
                m_folder->offer(m_exporter->written());
                refresh();
            });
    connect(m_folder, &FolderButton::failed, this,
            [this](const QString &sentence) { tell(theme::Tone::Bad, sentence); });
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, m_filters, &AuditFilterBar::takeFocus);
    connect(&m_timer, &QTimer::timeout, this, &AuditTrailPage::refresh);
}

void AuditTrailPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start(periodMs);
    refresh();
}

void AuditTrailPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void AuditTrailPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
    QWidget::changeEvent(event);
}

void AuditTrailPage::refresh()
{
    if (!m_asking)
        ask(m_known ? Why::Newest : Why::Anew);
}

void AuditTrailPage::searchAnew()
{
    ++m_round;
    m_asking = false;
    ask(Why::Anew);
}

void AuditTrailPage::ask(Why why, qint64 before)
{
    m_asking = m_asking || why != Why::More;
    AuditFilter filter = m_filters->filter();
    filter.before = before;
    filter.counted = why == Why::Anew;
    load(this, m_port, filter, why, m_round);
}

QCoro::Task<> AuditTrailPage::load(QPointer<AuditTrailPage> self, DeskPort &port, AuditFilter filter, Why why,
                                   int round)
{
    auto task = port.audit(filter);
    const auto page = co_await task;
    if (self && round == self->m_round)
        self->take(page, why);
}

void AuditTrailPage::take(const Result<AuditPage> &page, Why why)
{
    if (why != Why::More)
        m_asking = false;
    if (!page) {
        m_error = page.error();
        m_model->failed();
    } else {
        m_error.reset();
        m_known = true;
        if (why == Why::Anew) {
            m_model->start(*page);
            m_table->scrollToTop();
        } else if (why == Why::More) {
            m_model->append(*page);
        } else {
            m_model->putNewest(*page);
        }
    }
    showState();
}

void AuditTrailPage::takeReading(const Reading &reading)
{
    const bool away = reading.isDatabaseAway();
    const bool silenceChanged = std::exchange(m_silent, reading.silent) != reading.silent;
    if (std::exchange(m_away, away) == away && !silenceChanged)
        return;
    showState();
    if (!away && !m_silent && isVisible())
        refresh();
}

void AuditTrailPage::showState()
{
    const bool empty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(empty ? 0 : 1);
    const QString many = Words::number(m_model->count());
    m_count->setText(empty                  ? QString()
                     : m_model->isCounted() ? tr("Entries: %1").arg(many)
                                            : tr("Entries: more than %1").arg(many));
    m_export->setEnabled(!empty && !m_away && !m_silent && !m_exporter->isAtWork());
    if (empty)
        showNoRows();
    if (!empty && m_away)
        tell(theme::Tone::Waiting,
             tr("This is the last that was read: the database does not answer. Wait for its light."));
    else if (!empty && m_silent)
        tell(theme::Tone::Waiting, tr("This is the last that was read. Waiting for new numbers."));
    else if (!empty && m_error)
        tell(theme::Tone::Waiting, tr("This is the last that was read. %1").arg(Words::advice(*m_error)));
    else if (m_line->tone() == theme::Tone::Waiting)
        tell(theme::Tone::Muted, QString());
}

void AuditTrailPage::showNoRows()
{
    using State = StatePanel::State;
    if (m_away)
        m_state->show(State::Disconnected, tr("The database does not answer"),
                      tr("The audit trail cannot be read now. Nothing of it is lost; it comes back by itself "
                         "when the database light is green."));
    else if (m_silent)
        m_state->show(
            State::Disconnected, tr("Waiting for new numbers"),
            tr("Redis or the database is slow. Nothing of the audit trail is lost; it comes back by "
               "itself."));
    else if (m_error)
        m_state->show(State::Error, tr("The audit trail could not be read"), Words::advice(*m_error),
                      tr("Read again"));
    else if (!m_known)
        m_state->showLoading();
    else if (m_filters->isNarrow())
        m_state->show(
            State::Empty, tr("Nothing matches"),
            tr("No entry has this text, action and time together. Ask for less, or see everything."),
            tr("Show everything"));
    else
        m_state->show(State::Empty, tr("Nothing has been done yet"),
                      tr("Whatever is generated, edited, voided, paused, settled or set up is written down "
                         "here, and never changed."));
}

void AuditTrailPage::showDetail()
{
    const auto *entry = m_model->entry(m_table->currentIndex().row());
    m_detail->setText(entry ? tr("%1 · %2 · %3\n%4\n%5", "time, who, what; details; result")
                                  .arg(moment::full(entry->at), AuditWords::actor(entry->actor),
                                       AuditWords::action(entry->action),
                                       AuditPhrases::translated(entry->detail),
                                       AuditWords::result(entry->result))
                            : tr("Select an entry to read all of it here."));
}

void AuditTrailPage::askWhere()
{
    const QString name = proposedName(QStringLiteral("seonchak-audit"), m_port.sale().name, m_clock.wallMs(),
                                      QStringLiteral("times-utc"));
    const QPointer<AuditTrailPage> self(this);
    const AuditFilter filter = m_filters->filter();
    m_asker.saveFile(this, tr("Export the audit trail (times in UTC)"), name, tr("CSV files (*.csv)"),
                     [self, filter](const QString &path) {
                         if (self && !path.isEmpty())
                             self->m_exporter->begin(filter, path);
                     });
}

void AuditTrailPage::showExport(bool atWork)
{
    m_progress->setVisible(atWork);
    m_cancel->setVisible(atWork);
    m_export->setEnabled(!atWork && m_model->rowCount() > 0 && !m_away && !m_silent);
}

void AuditTrailPage::tell(theme::Tone tone, const QString &sentence, const QString &detail)
{
    m_line->tell(tone, sentence, detail);
    m_folder->offer({});
}

} // namespace seonchak
