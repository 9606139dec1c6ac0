// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// The window's colours. They follow the palette, light or dark; only colours with a *meaning* (good, bad)
/// are ours, in one shade for each.
namespace seonchak::theme {

enum class Tone {
    Plain,
    Muted, ///< less important
    Stale, ///< a number that may be outdated
    Good,
    Bad,
    Waiting, ///< not known yet
};

[[nodiscard]] bool isDark(const QPalette &palette);
/// For text and dots on a card.
[[nodiscard]] QColor colour(const QPalette &palette, Tone tone);
[[nodiscard]] QColor desk(const QPalette &palette); ///< the background of the cards
[[nodiscard]] QColor card(const QPalette &palette);
[[nodiscard]] QColor edge(const QPalette &palette); ///< the border of cards
/// The outline of fields and buttons: contrast at least 3:1 on cards and background.
[[nodiscard]] QColor outline(const QPalette &palette);
[[nodiscard]] QColor accent(const QPalette &palette); ///< for buttons with white text
[[nodiscard]] QColor danger(const QPalette &palette); ///< for irreversible actions, with white text
[[nodiscard]] QColor safe(const QPalette &palette);   ///< for the sign of a TEST sale, with white text
/// For lines in a chart: distinguishable without seeing red or green.
enum class Line { Stock, Valid, SoldOut, Refused, NoClaim, InDoubt, NotServed, Half, Slowest };
[[nodiscard]] QColor line(const QPalette &palette, Line line);
/// Blends `share` of `over` onto `under`.
[[nodiscard]] QColor mix(const QColor &over, const QColor &under, double share);

} // namespace seonchak::theme
