// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>

#include <algorithm>
#include <array>
#include <cmath>

namespace seonchak::contrast {

/// Relative luminance as WCAG 2 has it.
inline double luminance(QRgb colour)
{
    static const auto parts = [] { // Pictures have millions of points.
        std::array<double, 256> all{};
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = i <= 10 ? double(i) / 3294.6 : std::pow((double(i) / 255 + 0.055) / 1.055, 2.4);
        return all;
    }();
    const auto part = [](int value) { return parts[std::size_t(value)]; };
    return 0.2126 * part(qRed(colour)) + 0.7152 * part(qGreen(colour)) + 0.0722 * part(qBlue(colour));
}

inline double ratio(QRgb one, QRgb other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace seonchak::contrast
