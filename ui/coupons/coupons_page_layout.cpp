// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of coupons is put together; what it does stands in coupons_page.cpp.

#include "ui/coupons/coupon_acts.h"
#include "ui/coupons/coupon_search.h"
#include "ui/coupons/coupon_selection.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/coupon_voids.h"
#include "ui/coupons/coupons_page.h"
#include "ui/coupons/export_work.h"
#include "ui/coupons/status_delegate.h"
#include "ui/parts/action_button.h"
#include "ui/parts/card.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/told_line.h"
#include "ui/port/pulse.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace seonchak {

CouponsPage::CouponsPage(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new CouponSearch(this))
    , m_model(new CouponTableModel(context.port, this))
    , m_acts(new CouponActs(context.port, this))
    , m_voids(new CouponVoids(context, this))
    , m_export(new ExportWork(context, this))
    , m_table(new QTableView(this))
    , m_state(new StatePanel(QStringLiteral("couponsState"), this))
    , m_count(new ToneLabel(QStringLiteral("couponsCount"), this))
    , m_line(new ToneLabel(QStringLiteral("couponsLine"), this))
    , m_told(new ToldLine(*m_line, context.clock, *this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(QStringLiteral("couponsPage"));
    makeButtons();
    layOut();
    connectAll();
    makeShortcuts();
    showSelected();
    showWork(false);
}

void CouponsPage::connectAll()
{
    connect(m_search, &CouponSearch::changed, this, &CouponsPage::search);
    connect(m_search, &CouponSearch::soundnessChanged, this, &CouponsPage::showSoundness);
    connect(m_told, &ToldLine::left, this, &CouponsPage::showHint);
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
        tell(sentence, failed);
        m_folder->offer(m_export->written());
    });
    connect(m_folder, &FolderButton::failed, this, [this](const QString &sentence) { tell(sentence, true); });
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
    connect(m_voids, &CouponVoids::began, this, [this](const QString &sentence) { say(sentence); });
    connect(m_voids, &CouponVoids::said, this, [this](const QString &sentence, bool failed) {
        tell(sentence, failed);
        showSelected();
    });
    connect(m_voids, &CouponVoids::changed, this, replace);
    connect(m_acts, &CouponActs::said, this, &CouponsPage::tell);
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

void CouponsPage::makeShortcuts()
{
    const auto add = [](const QKeySequence &keys, QWidget *where) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        return shortcut;
    };
    connect(add(QKeySequence::Find, this), &QShortcut::activated, m_search, &CouponSearch::takeFocus);
    // Not the button's own: it is hidden when something else has been said.
    connect(add(QKeySequence::Undo, this), &QShortcut::activated, m_acts, &CouponActs::undo);
    connect(add(QKeySequence(Qt::Key_Escape), m_table), &QShortcut::activated, m_selection,
            &CouponSelection::clear);
}

void CouponsPage::makeButtons()
{
    using Weight = ActionButton::Weight;
    const auto make = [this](const char *name, const QString &text, const char *keys, const QString &help,
                             Weight weight = Weight::Quiet) {
        return new ActionButton(QLatin1String(name), text, QKeySequence(QLatin1String(keys)), help, weight,
                                this);
    };
    m_add = make("couponsAdd", tr("Add…"), "Ctrl+N", tr("One code, or many pasted ones"), Weight::Main);
    m_import =
        make("couponsImport", tr("Import CSV…"), "Ctrl+I", tr("Shows first what would be refused and why"));
    m_exportButton = make("couponsExport", tr("Export CSV…"), "Ctrl+E",
                          tr("Writes the coupons that are searched for into a file"));
    m_refresh = make("couponsRefresh", tr("Refresh"), "F5", tr("Looks at the database again"));
    m_biography = make("couponsBiography", tr("Biography"), "Ctrl+B",
                       tr("The whole life of the selected coupon; Enter and a double click do the same"));
    m_edit = make("couponsEdit", tr("Edit code"), "F2", tr("In place; not once somebody has it"));
    m_copy =
        make("couponsCopy", tr("Copy code"), "Ctrl+C", tr("The codes of the selected coupons, one a line"));
    m_void = make("couponsVoid", tr("Void…"), "Del",
                  tr("Takes the selected coupons out of the sale; it shows first what that means"));
    m_stop = make("couponsStop", tr("Stop"), "Alt+X", {});
    m_undo = make("couponsUndo", tr("Undo"), "", {});
    m_undo->hide();
    m_folder = new FolderButton(QStringLiteral("couponsFolder"), this);
}

void CouponsPage::makeTable()
{
    m_table->setObjectName(QStringLiteral("couponsTable"));
    m_table->setAccessibleName(tr("Coupons"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(CouponTableModel::Status, new StatusDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    styleTable(*m_table); // Nothing is edited by a double click, which opens the life; F2 is the button's.
    auto *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicator(CouponTableModel::Id, Qt::AscendingOrder);
    header->setSortIndicatorShown(true);
    header->setToolTip(tr("A click sorts the list by this column, another one turns it round"));
    m_selection = new CouponSelection(*m_table, *m_model, this);
    constexpr int widths[] = {90, 230, 120, 120, 175};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

QWidget *CouponsPage::tableCard()
{
    auto *card = new Card(QStringLiteral("couponsCard"), this);
    m_table->setParent(card);
    makeTable();
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 4, 2, 4);
    inside->addWidget(m_table);
    return card;
}

void CouponsPage::makeLines()
{
    m_count->setTone(theme::Tone::Muted);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 2 + 2);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_progress->setObjectName(QStringLiteral("couponsProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, barSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 8);
}

void CouponsPage::layOut()
{
    makeLines();
    auto *above = new QHBoxLayout;
    above->setSpacing(10);
    for (auto *button : {m_add, m_import, m_exportButton, m_refresh})
        above->addWidget(button);
    above->addStretch(1);
    above->addWidget(m_count);
    auto *stack = new QWidget(this);
    m_stack = new QStackedLayout(stack);
    m_stack->addWidget(tableCard());
    m_stack->addWidget(m_state);
    m_stack->setCurrentIndex(1);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    for (auto *button : {m_biography, m_edit, m_copy, m_void})
        below->addWidget(button);
    below->addWidget(m_line, 1);
    below->addWidget(m_undo);
    below->addWidget(m_folder);
    below->addWidget(m_progress);
    below->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(m_search);
    layout->addLayout(above);
    layout->addWidget(stack, 1);
    layout->addLayout(below);
}

} // namespace seonchak
