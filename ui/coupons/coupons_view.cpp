// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupons_view.h"

#include "ui/coupons/coupon_search.h"
#include "ui/coupons/coupon_selection.h"
#include "ui/coupons/coupon_table_model.h"
#include "ui/coupons/status_delegate.h"
#include "ui/parts/card.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/state_panel.h"
#include "ui/parts/table_style.h"
#include "ui/parts/told_line.h"
#include "ui/parts/words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableView>

namespace seonchak {

CouponsView::CouponsView(CouponTableModel &model, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , search(new CouponSearch(this))
    , table(new QTableView(this))
    , state(new StatePanel(QStringLiteral("couponsState"), this))
    , count(new ToneLabel(QStringLiteral("couponsCount"), this))
    , line(new ToneLabel(QStringLiteral("couponsLine"), this))
    , told(new ToldLine(*line, clock, *this))
    , progress(new QProgressBar(this))
    , add(button("couponsAdd", tr("Add…"), "Ctrl+N", tr("One code, or many pasted ones"),
                 ActionButton::Weight::Main))
    , importFile(button("couponsImport", tr("Import CSV…"), "Ctrl+I",
                        tr("Shows first what would be refused and why")))
    , exportFile(button("couponsExport", tr("Export CSV…"), "Ctrl+E",
                        tr("Writes the coupons that are searched for into a file")))
    , refresh(button("couponsRefresh", tr("Refresh"), "F5", tr("Looks at the database again")))
    , biography(button("couponsBiography", tr("Biography"), "Ctrl+B",
                       tr("The whole life of the selected coupon; Enter and a double click do the same")))
    , edit(button("couponsEdit", tr("Edit code"), "F2", tr("In place; not once somebody has it")))
    , copy(button("couponsCopy", tr("Copy code"), "Ctrl+C",
                  tr("The codes of the selected coupons, one a line")))
    , voids(button("couponsVoid", tr("Void…"), "Del",
                   tr("Takes the selected coupons out of the sale; it shows first what that means")))
    // No {} here: lupdate takes it for the end of the class.
    , stop(button("couponsStop", tr("Stop"), "Alt+X", QString()))
    , undo(button("couponsUndo", tr("Undo"), "", QString()))
    , folder(new FolderButton(QStringLiteral("couponsFolder"), this))
{
    setObjectName(QStringLiteral("couponsView"));
    undo->hide();
    layOut(model);
    connect(told, &ToldLine::left, this, &CouponsView::showHint);
}

ActionButton *CouponsView::button(const char *name, const QString &text, const char *keys,
                                  const QString &help, ActionButton::Weight weight)
{
    return new ActionButton(QLatin1String(name), text, QKeySequence(QLatin1String(keys)), help, weight, this);
}

void CouponsView::fillTable(CouponTableModel &model)
{
    table->setObjectName(QStringLiteral("couponsTable"));
    table->setAccessibleName(tr("Coupons"));
    table->setModel(&model);
    table->setItemDelegateForColumn(CouponTableModel::Status, new StatusDelegate(table));
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    styleTable(*table); // Nothing is edited by a double click, which opens the life; F2 is the button's.
    auto *header = table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicator(CouponTableModel::Id, Qt::AscendingOrder);
    header->setSortIndicatorShown(true);
    header->setToolTip(tr("A click sorts the list by this column, another one turns it round"));
    constexpr int widths[] = {90, 230, 120, 120, 175};
    for (int column = 0; column < int(std::size(widths)); ++column)
        table->setColumnWidth(column, widths[column]);
}

QWidget *CouponsView::tableCard(CouponTableModel &model)
{
    auto *card = new Card(QStringLiteral("couponsCard"), this);
    table->setParent(card);
    fillTable(model);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(2, 4, 2, 4);
    inside->addWidget(table);
    return card;
}

void CouponsView::setLines()
{
    count->setTone(theme::Tone::Muted);
    line->setWordWrap(true);
    line->setMinimumHeight(line->fontMetrics().lineSpacing() * 2 + 2);
    line->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    progress->setObjectName(QStringLiteral("couponsProgress"));
    progress->setAccessibleName(tr("Progress"));
    progress->setRange(0, barSteps);
    progress->setTextVisible(false);
    progress->setFixedSize(160, 8);
}

void CouponsView::layOut(CouponTableModel &model)
{
    setLines();
    auto *above = new QHBoxLayout;
    above->setSpacing(10);
    for (auto *button : {add, importFile, exportFile, refresh})
        above->addWidget(button);
    above->addStretch(1);
    above->addWidget(count);
    auto *stack = new QWidget(this);
    m_stack = new QStackedLayout(stack);
    m_stack->addWidget(tableCard(model));
    m_stack->addWidget(state);
    m_stack->setCurrentIndex(1);
    auto *below = new QHBoxLayout;
    below->setSpacing(10);
    for (auto *button : {biography, edit, copy, voids})
        below->addWidget(button);
    below->addWidget(line, 1);
    below->addWidget(undo);
    below->addWidget(folder);
    below->addWidget(progress);
    below->addWidget(stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(search);
    layout->addLayout(above);
    layout->addWidget(stack, 1);
    layout->addLayout(below);
}

void CouponsView::showList()
{
    m_stack->setCurrentIndex(0);
}

void CouponsView::showEmpty(bool narrow)
{
    if (narrow)
        state->show(StatePanel::State::Empty, tr("Nothing matches"),
                    tr("No coupon is like this. Check the code, the user ID and the status."),
                    tr("Clear the search (Esc)"));
    else
        state->show(StatePanel::State::Empty, tr("There are no coupons yet"),
                    tr("Generate some on the dashboard, add codes you have, or import them from a CSV "
                       "file."));
    m_stack->setCurrentIndex(1);
}

void CouponsView::showFailure(const Error &error)
{
    const bool away = error.trouble == Trouble::Unavailable;
    state->show(away ? StatePanel::State::Disconnected : StatePanel::State::Error,
                away ? tr("The database is away") : tr("The list could not be read"), Words::advice(error),
                tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void CouponsView::showAway()
{
    state->show(StatePanel::State::Disconnected, tr("The database is away"),
                tr("The list comes back by itself when the database does. Until then nothing can be "
                   "looked up or changed."),
                tr("Try again"));
    m_stack->setCurrentIndex(1);
}

void CouponsView::showCount(const Count &of)
{
    count->setTone(of.sound ? theme::Tone::Muted : theme::Tone::Waiting);
    if (!of.sound)
        return count->setText(tr("The list is of the search before."));
    if (of.found < 0)
        return count->setText(tr("Searching…"));
    QStringList words{of.narrow ? CouponWords::counted(of.found, tr("1 coupon found"), tr("%1 coupons found"))
                                : CouponWords::counted(of.found, tr("1 coupon"), tr("%1 coupons"))};
    const QString chosen = Words::number(of.chosen);
    if (of.chosen > CouponSelection::most)
        words << tr("%1 selected, at most %2 at once").arg(chosen, Words::number(CouponSelection::most));
    else if (of.chosen > 1)
        words << tr("%1 selected").arg(chosen);
    if (of.behind)
        words << tr("stands still while rows are selected (Esc lets it go)");
    count->setText(words.join(QStringLiteral(" · ")));
}

void CouponsView::showWork(bool atWork, const QString &help)
{
    progress->setVisible(atWork);
    stop->setVisible(atWork);
    stop->setHelp(help);
}

void CouponsView::showProgress(qint64 done, qint64 expected)
{
    progress->setValue(expected > 0 ? int(double(done) / double(expected) * barSteps) : 0);
}

void CouponsView::say(const QString &sentence, theme::Tone tone)
{
    undo->hide();
    folder->offer({});
    if (sentence.isEmpty())
        showHint();
    else
        told->show(tone, sentence);
}

void CouponsView::showHint()
{
    told->show(theme::Tone::Muted, tr("Double click: the coupon's biography. Right click: everything else."));
}

void CouponsView::tell(const QString &sentence, bool failed)
{
    undo->hide();
    folder->offer({});
    told->tell(failed ? theme::Tone::Bad : theme::Tone::Plain, sentence);
}

} // namespace seonchak
