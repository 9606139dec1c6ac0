// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/table_style.h"

#include "ui/parts/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace seonchak {

namespace {

constexpr int rowPadding = 12;

void colourTable(QTableView &table)
{
    const QPalette base = table.parentWidget() ? table.parentWidget()->palette() : QPalette();
    QPalette palette = base;
    const QColor card = theme::card(base);
    const QColor text = base.color(QPalette::Active, QPalette::Text);
    palette.setColor(QPalette::AlternateBase, theme::mix(text, card, 0.035));
    // The same selection with and without focus: texts keep their own colour on it.
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const double share = theme::isDark(base) ? 0.45 : 0.17;
        palette.setColor(group, QPalette::Highlight, theme::mix(theme::accent(base), card, share));
        palette.setColor(group, QPalette::HighlightedText, text);
    }
    if (palette != table.palette())
        table.setPalette(palette);
    const auto css =
        QStringLiteral("QHeaderView { background: %1; border: none; }"
                       "QHeaderView::section { background: %1; color: %2; border: none;"
                       " border-bottom: 1px solid %3; padding: 6px 3px; font-weight: 600; }"
                       "QTableCornerButton::section { background: %1; border: none; }")
            .arg(card.name(), theme::colour(base, theme::Tone::Muted).name(), theme::edge(base).name());
    if (table.horizontalHeader()->styleSheet() != css)
        table.horizontalHeader()->setStyleSheet(css);
}

/// Colours the table again when light turns to dark.
class TableRecolour : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *table = qobject_cast<QTableView *>(parent());
        const bool changed = event->type() == QEvent::ApplicationPaletteChange ||
                             (watched != table && event->type() == QEvent::PaletteChange);
        if (table && changed)
            colourTable(*table);
        return false;
    }
};

} // namespace

void styleTable(QTableView &table)
{
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false); // Tab leaves the table; the arrows move in it.
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().lineSpacing() + rowPadding);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setStretchLastSection(true);
    auto *recolour = new TableRecolour(&table);
    table.installEventFilter(recolour);
    if (table.parentWidget())
        table.parentWidget()->installEventFilter(recolour);
    colourTable(table);
}

} // namespace seonchak
