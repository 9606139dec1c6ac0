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
#include "ui/coupons/list_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/file_drop.h"
#include "ui/parts/file_names.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/told_line.h"
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
    say({});
    m_found = -1;
    showCount();
    book::Filter filter = m_search->isSound() ? m_search->filter() : m_model->pages().filter();
    const auto *header = m_table->horizontalHeader();
    filter.order = CouponTableModel::order(header->sortIndicatorSection());
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
        say({}); // What was said about an old list is no longer so.
    m_found = count;
    showCount();
    enableExport();
    if (count > 0)
        return m_stack->setCurrentIndex(0);
    if (CouponSearch::isNarrow(m_model->pages().filter()))
        m_state->show(StatePanel::State::Empty, tr("Nothing matches"),
                      tr("No coupon is like this. Check the code, the user ID and the status."),
                      tr("Clear the search (Esc)"));
    else
        m_state->show(StatePanel::State::Empty, tr("There are no coupons yet"),
                      tr("Generate some on the dashboard, add codes you have, or import them from a CSV "
                         "file."));
    m_stack->setCurrentIndex(1);
}

/// While something is typed that cannot be searched for, the list is grey and nothing is done with it: it
/// does not show what the fields say.
void CouponsPage::showSoundness()
{
    m_table->setEnabled(m_search->isSound());
    enableExport();
    showSelected();
    showCount();
}

void CouponsPage::enableExport()
{
    m_exportButton->setEnabled(m_search->isSound() && m_found > 0 && !m_export->isAtWork() &&
                               !m_voids->isAtWork());
}

void CouponsPage::showCount()
{
    const bool sound = m_search->isSound();
    m_count->setTone(sound ? theme::Tone::Muted : theme::Tone::Waiting);
    if (!sound)
        return m_count->setText(tr("The list is of the search before."));
    if (m_found < 0)
        return m_count->setText(tr("Searching…"));
    QStringList words{CouponSearch::isNarrow(m_model->pages().filter())
                          ? CouponWords::counted(m_found, tr("1 coupon found"), tr("%1 coupons found"))
                          : CouponWords::counted(m_found, tr("1 coupon"), tr("%1 coupons"))};
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
        return say(tr("The list could not be read, so it may be old. %1").arg(Words::advice(error)),
                   theme::Tone::Bad);
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
                   theme::Tone::Bad);
    m_state->show(StatePanel::State::Disconnected, tr("The database is away"),
                  tr("The list comes back by itself when the database does. Until then nothing can be "
                     "looked up or changed."),
                  tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void CouponsPage::showSelected()
{
    const bool sound = m_search->isSound();
    const bool one = sound && m_selection->one().has_value();
    const bool whole = sound && m_selection->isWhole();
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
        return tell(tr("The code was not changed. %1").arg(why), true);
    say({}); // What was said is of another edit.
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
        tell(tr("%1 codes were copied, one a line.").arg(Words::number(qint64(codes.size()))), false);
}

/// As they are shown, the cells parted by tabs: spreadsheets take them so.
void CouponsPage::copyRows()
{
    QStringList rows;
    const auto chosen = m_selection->coupons();
    for (const Coupon &coupon : chosen) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells << m_model->text(coupon, column);
        rows << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
    tell(CouponWords::counted(rows.size(), tr("1 row was copied."), tr("%1 rows were copied.")), false);
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
    tell(CouponWords::counted(users.size(), tr("1 user ID was copied."), tr("%1 user IDs were copied.")),
         false);
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
    connect(dialog, &AddDialog::added, this, &CouponsPage::tellAdded);
    say({}); // What was said is of another act.
    dialog->open();
}

void CouponsPage::tellAdded(qint64 count, qint64 pushed)
{
    tell(ListWords::added(count, pushed), false);
    refresh();
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
    connect(dialog, &ImportDialog::added, this, &CouponsPage::tellAdded);
    say({}); // What was said is of another act.
    dialog->open();
}

void CouponsPage::takeDropped(const QList<QUrl> &urls)
{
    if (const auto file = FileDrop::oneFile(urls))
        importFrom(*file);
    else
        tell(file.error(), true);
}

void CouponsPage::exportFile()
{
    // What is written is what was seen at the press, whatever is typed into the fields meanwhile.
    const auto chosen = [self = QPointer(this), filter = m_model->pages().filter(),
                         count = m_model->count().value_or(0)](const QString &path) {
        if (!self || path.isEmpty())
            return;
        self->showWork(true, tr("Ends the export; no file is left"));
        self->say(tr("Writing the file…"));
        self->m_export->write(path, filter, count);
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
    if (atWork)
        m_exportButton->setEnabled(false);
    else
        enableExport();
    showSelected();
}

/// Without a message, shows a hint that a person may not discover.
void CouponsPage::say(const QString &sentence, theme::Tone tone)
{
    m_undo->hide();
    m_folder->offer({});
    if (sentence.isEmpty())
        showHint();
    else
        m_told->show(tone, sentence);
}

void CouponsPage::showHint()
{
    m_told->show(theme::Tone::Muted,
                 tr("Double click: the coupon's biography. Right click: everything else."));
}

/// How an act ended.
void CouponsPage::tell(const QString &sentence, bool failed)
{
    m_undo->hide();
    m_folder->offer({});
    m_told->tell(failed ? theme::Tone::Bad : theme::Tone::Plain, sentence);
}

} // namespace seonchak
