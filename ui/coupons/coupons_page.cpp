// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupons_page.h"

#include "ui/coupons/add_dialog.h"
#include "ui/coupons/coupon_acts.h"
#include "ui/coupons/coupon_clipboard.h"
#include "ui/coupons/coupon_files.h"
#include "ui/coupons/coupon_menu.h"
#include "ui/coupons/coupon_search.h"
#include "ui/coupons/coupon_selection.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/coupon_voids.h"
#include "ui/coupons/coupons_view.h"
#include "ui/coupons/export_work.h"
#include "ui/coupons/list_words.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"
#include "ui/port/pulse.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace seonchak {

CouponsPage::CouponsPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new CouponTableModel(context.port, this))
    , m_acts(new CouponActs(context.port, this))
    , m_voids(new CouponVoids(context, this))
    , m_export(new ExportWork(context, this))
    , m_files(new CouponFiles(context, *this))
    , m_view(new CouponsView(*m_model, context.clock, this))
    , m_selection(new CouponSelection(*m_view->table, *m_model, this))
{
    setObjectName(QStringLiteral("couponsPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connectButtons();
    connectFiles();
    connectVoids();
    connectEdits();
    connectTable();
    connect(&m_context.pulse, &Pulse::read, this, &CouponsPage::follow);
    makeShortcuts();
    showSelected();
    showWork(false);
}

void CouponsPage::connectButtons()
{
    connect(m_view->add, &QPushButton::clicked, this, &CouponsPage::openAdd);
    connect(m_view->importFile, &QPushButton::clicked, m_files, &CouponFiles::openImport);
    connect(m_view->exportFile, &QPushButton::clicked, this,
            [this] { m_files->openExport(m_model->pages().filter(), m_model->count().value_or(0)); });
    connect(m_view->refresh, &QPushButton::clicked, this, &CouponsPage::refresh);
    connect(m_view->biography, &QPushButton::clicked, this, &CouponsPage::openBiography);
    connect(m_view->edit, &QPushButton::clicked, this, &CouponsPage::editCode);
    connect(m_view->copy, &QPushButton::clicked, this, &CouponsPage::copyCodes);
    connect(m_view->voids, &QPushButton::clicked, this, &CouponsPage::askToVoid);
    connect(m_view->undo, &QPushButton::clicked, m_acts, &CouponActs::undo);
    connect(m_view->stop, &QPushButton::clicked, this, [this] {
        m_export->stop();
        m_voids->stop();
    });
}

void CouponsPage::connectFiles()
{
    connect(m_files, &CouponFiles::importBegan, this, [this] { m_view->say({}); }); // It was of another act.
    connect(m_files, &CouponFiles::imported, this, &CouponsPage::tellAdded);
    connect(m_files, &CouponFiles::refused, this, &CouponsPage::tellFailure);
    connect(m_files, &CouponFiles::writeAsked, this, &CouponsPage::write);
    connect(m_export, &ExportWork::progressed, m_view, &CouponsView::showProgress);
    connect(m_export, &ExportWork::ended, this, [this](const QString &sentence, bool failed) {
        showWork(false);
        m_view->tell(sentence, failed);
        m_view->folder->offer(m_export->written());
    });
    connect(m_view->folder, &FolderButton::failed, this, &CouponsPage::tellFailure);
}

void CouponsPage::connectVoids()
{
    connect(m_voids, &CouponVoids::began, this, [this](const QString &sentence) { m_view->say(sentence); });
    connect(m_voids, &CouponVoids::progressed, this, [this](qint64 done, qint64 total) {
        showWork(true, tr("Voids no more; what is void stays so"));
        m_view->showProgress(done, total);
    });
    connect(m_voids, &CouponVoids::ended, this, [this] {
        showWork(false);
        m_selection->clear(); // What was chosen has been dealt with.
        refresh();
    });
    connect(m_voids, &CouponVoids::said, this, [this](const QString &sentence, bool failed) {
        m_view->tell(sentence, failed);
        showSelected();
    });
    connect(m_voids, &CouponVoids::changed, this, &CouponsPage::replace);
}

void CouponsPage::connectEdits()
{
    connect(m_model, &CouponTableModel::editAsked, m_acts, &CouponActs::rename);
    connect(m_acts, &CouponActs::said, m_view, &CouponsView::tell);
    connect(m_acts, &CouponActs::changed, this, &CouponsPage::replace);
    connect(m_acts, &CouponActs::renameEnded, m_model, &CouponTableModel::endEdit);
    connect(m_acts, &CouponActs::undoOffered, this, [this] {
        m_view->undo->setHelp(tr("%1 (Ctrl+Z)").arg(m_acts->undoWords()));
        m_view->undo->show();
    });
}

void CouponsPage::connectTable()
{
    connect(m_view->search, &CouponSearch::changed, this, &CouponsPage::search);
    connect(m_view->search, &CouponSearch::soundnessChanged, this, &CouponsPage::showSoundness);
    connect(&m_model->pages(), &CouponPages::counted, this, &CouponsPage::takeCount);
    connect(&m_model->pages(), &CouponPages::failed, this, &CouponsPage::showFailure);
    connect(m_view->table, &QTableView::activated, this, &CouponsPage::openBiography);
    connect(m_view->table, &QTableView::customContextMenuRequested, this, &CouponsPage::openMenu);
    connect(m_view->table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            &CouponsPage::sortAsHeaded);
    connect(m_view->state, &StatePanel::retryAsked, this, [this] {
        if (m_view->state->state() == StatePanel::State::Empty)
            m_view->search->clear();
        else
            refresh();
    });
    connect(m_selection, &CouponSelection::changed, this, &CouponsPage::showSelected);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CouponsPage::showSelected);
}

void CouponsPage::makeShortcuts()
{
    const auto add = [](const QKeySequence &keys, QWidget *where) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        return shortcut;
    };
    connect(add(QKeySequence::Find, this), &QShortcut::activated, m_view->search, &CouponSearch::takeFocus);
    // Not the button's own: it is hidden when something else has been said.
    connect(add(QKeySequence::Undo, this), &QShortcut::activated, m_acts, &CouponActs::undo);
    connect(add(QKeySequence(Qt::Key_Escape), m_view->table), &QShortcut::activated, m_selection,
            &CouponSelection::clear);
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
    m_view->say({});
    m_found = -1;
    showCount();
    book::Filter filter = m_view->search->isSound() ? m_view->search->filter() : m_model->pages().filter();
    const auto *header = m_view->table->horizontalHeader();
    filter.order = CouponTableModel::order(header->sortIndicatorSection());
    filter.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_model->pages().setFilter(filter);
}

/// Sorts as the table header shows, whose state is saved with the column widths. A header saved by a version
/// without sorting has no sort column.
void CouponsPage::sortAsHeaded()
{
    auto *header = m_view->table->horizontalHeader();
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
        m_view->say({}); // What was said about an old list is no longer so.
    m_found = count;
    showCount();
    enableExport();
    if (count > 0)
        m_view->showList();
    else
        m_view->showEmpty(CouponSearch::isNarrow(m_model->pages().filter()));
}

/// While a search field is invalid, the list still shows the previous search, so it is greyed out and its
/// actions are disabled.
void CouponsPage::showSoundness()
{
    m_view->table->setEnabled(m_view->search->isSound());
    enableExport();
    showSelected();
    showCount();
}

void CouponsPage::enableExport()
{
    m_view->exportFile->setEnabled(m_view->search->isSound() && m_found > 0 && !m_export->isAtWork() &&
                                   !m_voids->isAtWork());
}

void CouponsPage::showCount()
{
    m_view->showCount({.sound = m_view->search->isSound(),
                       .found = m_found,
                       .narrow = CouponSearch::isNarrow(m_model->pages().filter()),
                       .chosen = m_selection->count(),
                       .behind = m_model->pages().isBehind()});
}

void CouponsPage::showFailure(const Error &error)
{
    qWarning("the coupons could not be listed: %s", qUtf8Printable(error.detail));
    m_view->count->setText({});
    m_stale = true;
    if (m_model->rowCount() > 0)
        return m_view->say(tr("The list could not be read, so it may be old. %1").arg(Words::advice(error)),
                           theme::Tone::Bad);
    m_view->showFailure(error);
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
        return m_view->say(
            tr("The database is away. What you see is what was last known; it comes back by itself."),
            theme::Tone::Bad);
    m_view->showAway();
}

void CouponsPage::showSelected()
{
    const bool sound = m_view->search->isSound();
    const bool one = sound && m_selection->one().has_value();
    const bool whole = sound && m_selection->isWhole();
    m_view->biography->setEnabled(one);
    m_view->edit->setEnabled(one);
    m_view->copy->setEnabled(whole);
    m_view->voids->setEnabled(whole && !m_voids->isAtWork() && !m_export->isAtWork());
    if (m_found >= 0)
        showCount();
}

void CouponsPage::openMenu(const QPoint &place)
{
    if (m_selection->isEmpty())
        return;
    const CouponMenu::Buttons buttons{m_view->biography, m_view->edit, m_view->copy, m_view->voids};
    auto *menu = new CouponMenu(m_selection->coupons(), buttons, *m_view->table->horizontalHeader(), this);
    connect(menu, &CouponMenu::copyRowsAsked, this,
            [this] { m_view->tell(CouponClipboard::copyRows(m_selection->coupons(), *m_model), false); });
    connect(menu, &CouponMenu::copyUsersAsked, this,
            [this] { m_view->tell(CouponClipboard::copyUsers(m_selection->coupons()), false); });
    connect(menu, &CouponMenu::userAsked, this, &CouponsPage::userAsked);
    menu->popup(m_view->table->viewport()->mapToGlobal(place));
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
        return m_view->tell(tr("The code was not changed. %1").arg(why), true);
    m_view->say({}); // What was said is of another edit.
    const int row = m_view->table->selectionModel()->selection().first().top();
    const auto cell = m_model->index(row, CouponTableModel::Code);
    m_view->table->setCurrentIndex(cell);
    m_view->table->setFocus();
    m_view->table->edit(cell);
}

void CouponsPage::copyCodes()
{
    const QString copied = CouponClipboard::copyCodes(m_selection->coupons(), *m_view->copy);
    if (!copied.isEmpty())
        m_view->tell(copied, false);
}

void CouponsPage::askToVoid()
{
    if (m_selection->isWhole())
        m_voids->begin(m_selection->coupons(), this);
}

void CouponsPage::replace(const Coupon &coupon)
{
    m_model->pages().replace(coupon);
    showSelected();
}

void CouponsPage::openAdd()
{
    auto *dialog = new AddDialog(m_context.port, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddDialog::added, this, &CouponsPage::tellAdded);
    m_view->say({}); // What was said is of another act.
    dialog->open();
}

void CouponsPage::tellAdded(qint64 count, qint64 pushed)
{
    m_view->tell(ListWords::added(count, pushed), false);
    refresh();
}

void CouponsPage::takeDropped(const QList<QUrl> &urls)
{
    m_files->takeDropped(urls);
}

void CouponsPage::write(const QString &path, const book::Filter &filter, qint64 count)
{
    showWork(true, tr("Ends the export; no file is left"));
    m_view->say(tr("Writing the file…"));
    m_export->write(path, filter, count);
}

void CouponsPage::showWork(bool atWork, const QString &help)
{
    m_view->showWork(atWork, help);
    if (atWork)
        m_view->exportFile->setEnabled(false);
    else
        enableExport();
    showSelected();
}

void CouponsPage::tellFailure(const QString &sentence)
{
    m_view->tell(sentence, true);
}

} // namespace seonchak
