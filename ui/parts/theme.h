// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

/// The desk's colours. Everything follows the palette, light or dark; only what a colour *means* (good, bad)
/// is ours, in one shade for each.
namespace seonchak::theme {

enum class Tone {
    Plain,
    Muted, ///< less important
    Stale, ///< a number that is no longer known to be so
    Good,
    Bad,
    Waiting, ///< not known yet
};

[[nodiscard]] bool isDark(const QPalette &palette);
/// For text and dots on a card.
[[nodiscard]] QColor colour(const QPalette &palette, Tone tone);
[[nodiscard]] QColor desk(const QPalette &palette); ///< what the cards lie on
[[nodiscard]] QColor card(const QPalette &palette);
[[nodiscard]] QColor edge(const QPalette &palette); ///< around cards
/// Around what is typed in or pressed: at least 3:1 on the card and on the desk.
[[nodiscard]] QColor outline(const QPalette &palette);
[[nodiscard]] QColor accent(const QPalette &palette); ///< of buttons, under white text
[[nodiscard]] QColor danger(const QPalette &palette); ///< of what cannot be taken back, under white text
[[nodiscard]] QColor safe(const QPalette &palette);   ///< of the sign of a TEST sale, under white text
/// Of lines in a chart: told apart also by those who see no red or no green.
enum class Line { Stock, Valid, SoldOut, Refused, NoClaim, InDoubt, NotServed, Half, Slowest };
[[nodiscard]] QColor line(const QPalette &palette, Line line);
/// `share` of `over` on `under`.
[[nodiscard]] QColor mix(const QColor &over, const QColor &under, double share);

} // namespace seonchak::theme
