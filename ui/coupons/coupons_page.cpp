// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupons_page.h"

#include "ui/coupons/add_dialog.h"
#include "ui/coupons/coupon_acts.h"
#include "ui/coupons/coupon_menu.h"
#include "ui/coupons/coupon_search.h"
#include "ui/coupons/coupon_selection.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/coupon_voids.h"
#include "ui/coupons/export_work.h"
#include "ui/coupons/import_dialog.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/file_drop.h"
#include "ui/parts/file_names.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace seonchak {

void CouponsPage::connectAll()
{
    connect(m_search, &CouponSearch::changed, this, &CouponsPage::search);
    connect(m_add, &QPushButton::clicked, this, &CouponsPage::openAdd);
    connect(m_import, &QPushButton::clicked, this, &CouponsPage::importFile);
    connect(m_exportButton, &QPushButton::clicked, this, &CouponsPage::exportFile);
    connect(m_refresh, &QPushButton::clicked, this, &CouponsPage::refresh);
    connect(m_biography, &QPushButton::clicked, this, &CouponsPage::openBiography);
    connect(m_edit, &QPushButton::clicked, this, &CouponsPage::editCode);
    connect(m_copy, &QPushButton::clicked, this, &CouponsPage::copyCodes);
    connect(m_void, &QPushButton::clicked, this, &CouponsPage::askToVoid);
    connect(m_undo, &QPushButton::clicked, m_acts, &CouponActs::undo);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_export->stop();
        m_voids->stop();
    });
    connect(&m_context.pulse, &Pulse::read, this, &CouponsPage::follow);
    connectActs();
    connectTable();
}

void CouponsPage::connectActs()
{
    const auto progress = [this](qint64 done, qint64 expected) {
        m_progress->setValue(expected > 0 ? int(double(done) / double(expected) * barSteps) : 0);
    };
    connect(m_export, &ExportWork::progressed, this, progress);
    connect(m_export, &ExportWork::ended, this, [this](const QString &sentence, bool failed) {
        showWork(false);
        say(sentence, failed);
        m_folder->offer(m_export->written());
    });
    connect(m_folder, &FolderButton::failed, this, [this](const QString &sentence) { say(sentence, true); });
    connect(m_voids, &CouponVoids::progressed, this, [this, progress](qint64 done, qint64 total) {
        showWork(true, tr("Voids no more; what is void stays so"));
        progress(done, total);
    });
    connect(m_voids, &CouponVoids::ended, this, [this] {
        showWork(false);
        m_selection->clear(); // What was chosen has been dealt with.
        refresh();
    });
    const auto replace = [this](const Coupon &coupon) {
        m_model->pages().replace(coupon);
        showSelected();
    };
    connect(m_voids, &CouponVoids::said, this, [this](const QString &sentence, bool failed) {
        say(sentence, failed);
        showSelected();
    });
    connect(m_voids, &CouponVoids::changed, this, replace);
    connect(m_acts, &CouponActs::said, this, &CouponsPage::say);
    connect(m_acts, &CouponActs::changed, this, replace);
    connect(m_acts, &CouponActs::renameEnded, m_model, &CouponTableModel::endEdit);
    connect(m_acts, &CouponActs::undoOffered, this, [this] {
        m_undo->setHelp(tr("%1 (Ctrl+Z)").arg(m_acts->undoWords()));
        m_undo->show();
    });
}

void CouponsPage::connectTable()
{
    connect(m_model, &CouponTableModel::editAsked, m_acts, &CouponActs::rename);
    connect(&m_model->pages(), &CouponPages::counted, this, &CouponsPage::takeCount);
    connect(&m_model->pages(), &CouponPages::failed, this, &CouponsPage::showFailure);
    connect(m_table, &QTableView::activated, this, &CouponsPage::openBiography);
    connect(m_table, &QTableView::customContextMenuRequested, this, &CouponsPage::openMenu);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &CouponsPage::sortAsHeaded);
    connect(m_state, &StatePanel::retryAsked, this, [this] {
        if (m_state->state() == StatePanel::State::Empty)
            m_search->clear();
        else
            refresh();
    });
    connect(m_selection, &CouponSelection::changed, this, &CouponsPage::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CouponsPage::showSelected);
}

void CouponsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void CouponsPage::refresh()
{
    if (!m_model->count())
        search();
    else
        m_model->pages().refresh();
}

void CouponsPage::search()
{
    using Order = book::Order;
    constexpr Order orders[] = {Order::Id,   Order::Code,    Order::Status,
                                Order::User, Order::Created, Order::Issued};
    static_assert(int(std::size(orders)) == int(CouponTableModel::Columns));
    say({}, false);
    m_found = -1;
    showCount();
    book::Filter filter = m_search->filter();
    const auto *header = m_table->horizontalHeader();
    filter.order = orders[std::clamp(header->sortIndicatorSection(), 0, CouponTableModel::Columns - 1)];
    filter.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_model->pages().setFilter(filter);
}

/// The order is the header's, which is kept and brought back with the widths of its columns. A header that
/// was kept before there was an order says nothing of it.
void CouponsPage::sortAsHeaded()
{
    auto *header = m_table->horizontalHeader();
    if (!header->isSortIndicatorShown()) {
        header->setSortIndicatorShown(true);
        header->setSortIndicator(CouponTableModel::Id, Qt::AscendingOrder); // comes here again
    }
    if (m_model->count() || isVisible())
        search();
}

void CouponsPage::takeCount(qint64 count)
{
    if (std::exchange(m_stale, false))
        say({}, false); // What was said about an old list is no longer so.
    m_found = count;
    showCount();
    m_exportButton->setEnabled(count > 0 && !m_export->isAtWork() && !m_voids->isAtWork());
    if (count > 0)
        return m_stack->setCurrentIndex(0);
    if (m_search->isSet())
        m_state->show(StatePanel::State::Empty, tr("Nothing matches"),
                      tr("No coupon is like this. Check the code, the user ID and the status."),
                      tr("Clear the search (Esc)"));
    else
        m_state->show(StatePanel::State::Empty, tr("There are no coupons yet"),
                      tr("Generate some on the dashboard, add codes you have, or import them from a CSV "
                         "file."));
    m_stack->setCurrentIndex(1);
}

void CouponsPage::showCount()
{
    if (m_found < 0)
        return m_count->setText(tr("Searching…"));
    const QString found = Words::number(m_found);
    QStringList words{m_search->isSet() ? tr("%1 coupons found").arg(found) : tr("%1 coupons").arg(found)};
    const QString chosen = Words::number(m_selection->count());
    if (m_selection->count() > CouponSelection::most)
        words << tr("%1 selected, at most %2 at once").arg(chosen, Words::number(CouponSelection::most));
    else if (m_selection->count() > 1)
        words << tr("%1 selected").arg(chosen);
    if (m_model->pages().isBehind())
        words << tr("stands still while rows are selected (Esc lets it go)");
    m_count->setText(words.join(QStringLiteral(" · ")));
}

void CouponsPage::showFailure(const Error &error)
{
    qWarning("the coupons could not be listed: %s", qUtf8Printable(error.detail));
    m_count->setText({});
    m_stale = true;
    if (m_model->rowCount() > 0)
        return say(tr("The list could not be read, so it may be old. %1").arg(Words::advice(error)), true);
    const bool away = error.trouble == Trouble::Unavailable;
    m_state->show(away ? StatePanel::State::Disconnected : StatePanel::State::Error,
                  away ? tr("The database is away") : tr("The list could not be read"), Words::advice(error),
                  tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void CouponsPage::follow(const Reading &reading)
{
    const bool away = reading.answered && !reading.status.databaseConnected;
    if (std::exchange(m_away, away) == away || !isVisible())
        return;
    if (!away)
        return refresh();
    m_stale = true;
    if (m_model->rowCount() > 0)
        return say(tr("The database is away. What you see is what was last known; it comes back by itself."),
                   true);
    m_state->show(StatePanel::State::Disconnected, tr("The database is away"),
                  tr("The list comes back by itself when the database does. Until then nothing can be "
                     "looked up or changed."),
                  tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void CouponsPage::showSelected()
{
    const bool one = m_selection->one().has_value();
    const bool whole = m_selection->isWhole();
    m_biography->setEnabled(one);
    m_edit->setEnabled(one);
    m_copy->setEnabled(whole);
    m_void->setEnabled(whole && !m_voids->isAtWork() && !m_export->isAtWork());
    if (m_found >= 0)
        showCount();
}

void CouponsPage::openMenu(const QPoint &place)
{
    if (m_selection->isEmpty())
        return;
    const CouponMenu::Buttons buttons{m_biography, m_edit, m_copy, m_void};
    auto *menu = new CouponMenu(m_selection->coupons(), buttons, *m_table->horizontalHeader(), this);
    connect(menu, &CouponMenu::copyRowsAsked, this, &CouponsPage::copyRows);
    connect(menu, &CouponMenu::copyUsersAsked, this, &CouponsPage::copyUsers);
    connect(menu, &CouponMenu::userAsked, this, &CouponsPage::userAsked);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void CouponsPage::openBiography()
{
    if (const auto coupon = m_selection->one())
        Q_EMIT biographyAsked(coupon->code);
}

void CouponsPage::editCode()
{
    const auto coupon = m_selection->one();
    if (!coupon)
        return;
    if (const auto why = CouponActs::whyNotEdited(*coupon); !why.isEmpty())
        return say(tr("The code was not changed. %1").arg(why), true);
    say({}, false); // What was said is of another edit.
    const int row = m_table->selectionModel()->selection().first().top();
    const auto cell = m_model->index(row, CouponTableModel::Code);
    m_table->setCurrentIndex(cell);
    m_table->setFocus();
    m_table->edit(cell);
}

void CouponsPage::copyCodes()
{
    QStringList codes;
    const auto chosen = m_selection->coupons();
    for (const Coupon &coupon : chosen)
        codes << QString::fromUtf8(coupon.code);
    if (codes.isEmpty())
        return;
    copyText(codes.join(QLatin1Char('\n')), *m_copy);
    if (codes.size() > 1)
        say(tr("%1 codes were copied, one a line.").arg(Words::number(qint64(codes.size()))), false);
}

/// As they are shown, the cells parted by tabs: spreadsheets take them so.
void CouponsPage::copyRows()
{
    QStringList rows;
    const auto chosen = m_selection->coupons();
    for (const Coupon &coupon : chosen) {
        QStringList cells;
        for (int column = 0; column < CouponTableModel::Columns; ++column)
            cells << m_model->text(coupon, column);
        rows << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
    say(tr("%1 rows were copied.").arg(Words::number(qint64(rows.size()))), false);
}

void CouponsPage::copyUsers()
{
    QStringList users;
    const auto chosen = m_selection->coupons();
    for (const Coupon &coupon : chosen) {
        if (coupon.userId)
            users << QString::number(*coupon.userId);
    }
    QGuiApplication::clipboard()->setText(users.join(QLatin1Char('\n')));
    say(tr("%1 user IDs were copied.").arg(Words::number(qint64(users.size()))), false);
}

void CouponsPage::askToVoid()
{
    if (m_selection->isWhole())
        m_voids->begin(m_selection->coupons(), this);
}

void CouponsPage::openAdd()
{
    auto *dialog = new AddDialog(m_context.port, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddDialog::added, this, [this](qint64 count, qint64 pushed) {
        say(pushed >= count ? tr("%1 coupons were added and pushed into the stock.").arg(Words::number(count))
            : pushed == 0   ? tr("%1 coupons were added. They wait to be pushed.").arg(Words::number(count))
                            : tr("%1 coupons were added, %2 of them pushed. Push the others when Redis is "
                                   "back.")
                                .arg(Words::number(count), Words::number(pushed)),
            false);
        refresh();
    });
    dialog->open();
}

void CouponsPage::importFile()
{
    const auto chosen = [self = QPointer(this)](const QString &path) {
        if (self && !path.isEmpty())
            self->importFrom(path);
    };
    m_context.asker.openFile(this, tr("Import codes from CSV"), tr("CSV files (*.csv *.txt *.tsv)"), chosen);
}

void CouponsPage::importFrom(const QString &path)
{
    auto *dialog = new ImportDialog(m_context, path, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::added, this, &CouponsPage::refresh);
    dialog->open();
}

void CouponsPage::takeDropped(const QList<QUrl> &urls)
{
    if (const auto file = FileDrop::oneFile(urls))
        importFrom(*file);
    else
        say(file.error(), true);
}

void CouponsPage::exportFile()
{
    const auto chosen = [self = QPointer(this)](const QString &path) {
        if (!self || path.isEmpty())
            return;
        self->showWork(true, tr("Ends the export; no file is left"));
        self->say(tr("Writing the file…"), false);
        self->m_export->write(path, self->m_search->filter(), self->m_model->count().value_or(0));
    };
    const QString name = proposedName(QStringLiteral("coupons"), m_context.port.sale().name,
                                      m_context.clock.wallMs(), QStringLiteral("times-utc"));
    m_context.asker.saveFile(this, tr("Export these coupons as CSV (times in UTC)"), name,
                             tr("CSV files (*.csv *.txt *.tsv)"), chosen);
}

void CouponsPage::showWork(bool atWork, const QString &help)
{
    m_progress->setVisible(atWork);
    m_stop->setVisible(atWork);
    m_stop->setHelp(help);
    m_exportButton->setEnabled(!atWork && m_model->rowCount() > 0);
    showSelected();
}

/// Where there is nothing to say, what a person may not find by looking.
void CouponsPage::say(const QString &sentence, bool failed)
{
    m_undo->hide();
    m_line->setTone(failed ? theme::Tone::Bad : sentence.isEmpty() ? theme::Tone::Muted : theme::Tone::Plain);
    m_line->setText(sentence.isEmpty()
                        ? tr("Double click: the coupon's biography. Right click: everything else.")
                        : sentence);
    m_folder->offer({});
}

} // namespace seonchak
