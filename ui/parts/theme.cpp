// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/theme.h"

namespace seonchak::theme {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base).lightness() < 128;
}

QColor mix(const QColor &over, const QColor &under, double share)
{
    const auto part = [share](int a, int b) { return int(a * share + b * (1 - share) + 0.5); };
    return QColor(part(over.red(), under.red()), part(over.green(), under.green()),
                  part(over.blue(), under.blue()));
}

QColor card(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base);
}

QColor desk(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    // A white window on white cards would hide them: then the desk is a shade towards the text.
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const int contrast = qAbs(window.lightness() - card(palette).lightness());
    return contrast >= 6 ? window : mix(text, card(palette), 0.06);
}

QColor edge(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::Text), card(palette), isDark(palette) ? 0.24 : 0.14);
}

QColor outline(const QPalette &palette)
{
    return mix(palette.color(QPalette::Active, QPalette::Text), card(palette), isDark(palette) ? 0.5 : 0.56);
}

QColor accent(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x2f6fe4) : QColor(0x0b4fb3);
}

QColor danger(const QPalette &palette)
{
    return isDark(palette) ? QColor(0xcc3b2f) : QColor(0xb8291d);
}

QColor safe(const QPalette &palette)
{
    return isDark(palette) ? QColor(0x0f7f58) : QColor(0x0d6b4a);
}

QColor line(const QPalette &palette, Line line)
{
    const bool dark = isDark(palette);
    switch (line) {
    case Line::Stock:
    case Line::Half:
    case Line::NoClaim:
        return dark ? QColor(0x6aa2ff) : QColor(0x0b4fb3);
    case Line::Valid:
        return dark ? QColor(0x45cf9b) : QColor(0x0e8a5f);
    case Line::SoldOut:
        return dark ? QColor(0xf0bf4c) : QColor(0xb07700);
    case Line::Refused:
        return dark ? QColor(0xff8a7d) : QColor(0xc4352a);
    case Line::NotServed:
        return dark ? QColor(0xa9b1bd) : QColor(0x5c6470);
    case Line::InDoubt:
    case Line::Slowest:
        break;
    }
    return dark ? QColor(0xd79bf0) : QColor(0x8a3fa8);
}

QColor colour(const QPalette &palette, Tone tone)
{
    const bool dark = isDark(palette);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    switch (tone) {
    case Tone::Plain:
        return text;
    case Tone::Muted:
        return mix(text, card(palette), 0.74);
    case Tone::Stale:
        return mix(text, card(palette), 0.64); // Read all the same.
    case Tone::Good:
        return dark ? QColor(0x45cf9b) : QColor(0x0e7a53);
    case Tone::Bad:
        return dark ? QColor(0xff8a7d) : QColor(0xb8291d);
    case Tone::Waiting:
        return dark ? QColor(0xf0bf4c) : QColor(0x8f5f00);
    }
    return text;
}

} // namespace seonchak::theme
