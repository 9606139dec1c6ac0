// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/luminance.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QWidget>

namespace seonchak::contrast {

constexpr int enlarged = 4; ///< so that the stems of letters are wider than their soft edges

inline QImage pictureOf(QWidget &page)
{
    QImage picture(page.size() * enlarged, QImage::Format_RGB32);
    picture.setDevicePixelRatio(enlarged);
    picture.fill(page.palette().color(QPalette::Window));
    page.render(&picture);
    return picture;
}

/// The colour that most of a place has.
inline QRgb ground(const QImage &picture, const QRect &place)
{
    QHash<QRgb, int> counts;
    QRgb most = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (++counts[picture.pixel(x, y)] > counts.value(most))
                most = picture.pixel(x, y);
        }
    }
    return most;
}

/// How far what is written in a place stands out from its ground.
inline double ofText(const QImage &picture, const QRect &whole)
{
    constexpr int frame = 3 * enlarged; // an outline is no letter
    const QRect place = whole.height() > 6 * frame ? whole.adjusted(frame, frame, -frame, -frame) : whole;
    const QRgb under = ground(picture, place);
    double best = 1;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            best = std::max(best, ratio(under, picture.pixel(x, y)));
    }
    return best;
}

/// The line along the left side of a place, halfway up, against what lies beside it.
inline double ofOutline(const QImage &picture, const QRect &place)
{
    const int y = place.center().y();
    const int outside = place.left() - enlarged;
    if (outside < 0)
        return 21;
    const QRgb beside = picture.pixel(outside, y);
    double best = 1;
    for (int x = place.left(); x < place.left() + 3 * enlarged; ++x)
        best = std::max(best, ratio(beside, picture.pixel(x, y)));
    return best;
}

inline QRect placeOf(const QWidget &widget, const QWidget &page)
{
    const QRect own(widget.mapTo(&page, QPoint()), widget.size());
    return {own.topLeft() * enlarged, own.size() * enlarged};
}

/// As a whole: not scrolled away.
inline bool isSeen(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && widget.visibleRegion().boundingRect() == widget.rect();
}

template <typename Kind>
void collect(const QImage &picture, const QWidget &page, double least, QStringList &faint,
             double (*measure)(const QImage &, const QRect &), bool (*counts)(const Kind &))
{
    for (const auto *widget : page.findChildren<Kind *>()) {
        if (!isSeen(*widget) || !counts(*widget))
            continue;
        const double found = measure(picture, placeOf(*widget, page));
        if (found < least)
            faint << QStringLiteral("%1 %2: %3")
                         .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())
                         .arg(found, 0, 'f', 2);
    }
}

/// What on the page is too faint to be seen or read, by name; empty: nothing.
inline QString tooFaint(QWidget &page)
{
    constexpr double lines = 3.0, letters = 4.5;
    const QImage picture = pictureOf(page);
    QStringList faint;
    collect<QLineEdit>(
        picture, page, lines, faint, ofOutline, +[](const QLineEdit &l) { return l.hasFrame(); });
    collect<QAbstractSpinBox>(
        picture, page, lines, faint, ofOutline, +[](const QAbstractSpinBox &) { return true; });
    collect<QComboBox>(picture, page, lines, faint, ofOutline, +[](const QComboBox &) { return true; });
    collect<QPlainTextEdit>(
        picture, page, lines, faint, ofOutline, +[](const QPlainTextEdit &) { return true; });
    collect<QCheckBox>(picture, page, lines, faint, ofOutline, +[](const QCheckBox &) { return true; });
    collect<QRadioButton>(picture, page, lines, faint, ofOutline, +[](const QRadioButton &) { return true; });
    collect<QPushButton>(
        picture, page, lines, faint, ofOutline, +[](const QPushButton &b) { return !b.isFlat(); });
    collect<QLabel>(
        picture, page, letters, faint, ofText, +[](const QLabel &l) { return !l.text().isEmpty(); });
    collect<QPushButton>(
        picture, page, letters, faint, ofText, +[](const QPushButton &b) { return !b.text().isEmpty(); });
    collect<QCheckBox>(
        picture, page, letters, faint, ofText, +[](const QCheckBox &b) { return !b.text().isEmpty(); });
    collect<QComboBox>(
        picture, page, letters, faint, ofText,
        +[](const QComboBox &b) { return !b.currentText().isEmpty(); });
    collect<QLineEdit>(
        picture, page, letters, faint, ofText,
        +[](const QLineEdit &l) { return !l.text().isEmpty() || !l.placeholderText().isEmpty(); });
    return faint.join(QStringLiteral("; "));
}

} // namespace seonchak::contrast
