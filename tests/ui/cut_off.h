// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/tone_label.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyle>
#include <QTabBar>
#include <QTableView>

namespace seonchak {

inline QString cutOffLabel(const QLabel &label)
{
    if (label.objectName() == QLatin1String("saleSign") || label.text().isEmpty())
        return {}; // The sign cuts itself, with an ellipsis.
    const auto *fit = qobject_cast<const FitLabel *>(&label);
    const QFontMetrics metrics(fit ? fit->fitted(label.contentsRect().size()) : label.font());
    const int flags = label.wordWrap() ? int(Qt::TextWordWrap) : int(Qt::TextSingleLine);
    const QRect room = label.contentsRect();
    const QRect needed = metrics.boundingRect(QRect(0, 0, room.width(), 10'000), flags, label.text());
    const bool fits = needed.width() <= room.width() && needed.height() <= room.height();
    return fits ? QString() : label.objectName() + QStringLiteral(": ") + label.text();
}

inline QString cutOffButton(const QAbstractButton &button)
{
    const QSize words = button.fontMetrics().size(Qt::TextShowMnemonic, button.text());
    const bool fits = words.width() + 8 <= button.width() && words.height() <= button.height();
    return fits || button.text().isEmpty() ? QString()
                                           : button.objectName() + QStringLiteral(": ") + button.text();
}

inline QString cutOffField(const QLineEdit &field)
{
    const bool fits = field.fontMetrics().horizontalAdvance(field.placeholderText()) + 6 <= field.width();
    return fits ? QString() : field.objectName() + QStringLiteral(": ") + field.placeholderText();
}

inline QString cutOffChoice(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const bool fits = box.fontMetrics().horizontalAdvance(box.currentText()) <= room.width();
    return fits ? QString() : box.objectName() + QStringLiteral(": ") + box.currentText();
}

inline QString cutOffColumns(const QTableView &table)
{
    QStringList cut;
    const auto *header = table.horizontalHeader();
    for (int i = 0; header->isVisibleTo(table.window()) && i < header->count(); ++i) {
        const QString title = table.model()->headerData(i, Qt::Horizontal).toString();
        if (!header->isSectionHidden(i) &&
            header->fontMetrics().horizontalAdvance(title) > header->sectionSize(i))
            cut << table.objectName() + QStringLiteral(" column: ") + title;
    }
    if (table.horizontalScrollBar()->maximum() > 0)
        cut << table.objectName() + QStringLiteral(": has to be scrolled sideways");
    return cut.join(QStringLiteral("; "));
}

template <typename Kind>
void addCutOff(QStringList &cut, const QWidget &window, QString (*check)(const Kind &))
{
    for (const auto *widget : window.findChildren<Kind *>()) {
        if (widget->isVisibleTo(&window))
            cut << check(*widget);
    }
}

/// Labels and buttons that are seen and have less room than their words need; empty: none.
inline QString cutOff(const QWidget &window)
{
    QStringList cut;
    addCutOff<QLabel>(cut, window, cutOffLabel);
    addCutOff<QAbstractButton>(cut, window, cutOffButton);
    cut.removeAll(QString());
    return cut.join(QStringLiteral("; "));
}

/// The same of fields, choices and columns too; and the tables that are wider than their place.
inline QString cutOffAnywhere(const QWidget &window)
{
    QStringList cut{cutOff(window)};
    addCutOff<QLineEdit>(cut, window, cutOffField);
    addCutOff<QComboBox>(cut, window, cutOffChoice);
    addCutOff<QTableView>(cut, window, cutOffColumns);
    cut.removeAll(QString());
    return cut.join(QStringLiteral("; "));
}

} // namespace seonchak
