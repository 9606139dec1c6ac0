// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/palettes.h"

namespace seonchak::palettes {

namespace {

struct Shades
{
    QColor window;
    QColor base;
    QColor button;
    QColor text;
    QColor faint; ///< what is disabled, and hints inside empty fields
    QColor highlight;
    QColor link;
};

QPalette made(const Shades &shades)
{
    QPalette palette(shades.button, shades.window); // Derives the bevels.
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, shades.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shades.faint);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.window);
    palette.setColor(QPalette::ToolTipBase, shades.base);
    palette.setColor(QPalette::PlaceholderText, shades.faint);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    return palette;
}

} // namespace

QPalette light()
{
    return made({QColor(0xf3f4f6), QColor(0xffffff), QColor(0xf0f1f3), QColor(0x1a1d24), QColor(0x666d79),
                 QColor(0x0b4fb3), QColor(0x0b4fb3)});
}

QPalette dark()
{
    return made({QColor(0x232528), QColor(0x1b1d1f), QColor(0x2b2d30), QColor(0xe6e8ea), QColor(0xa2a8b0),
                 QColor(0x2f6fe4), QColor(0x6aa2ff)});
}

} // namespace seonchak::palettes
