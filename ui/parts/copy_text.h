// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;

namespace seonchak {

/// Puts a text on the clipboard and shows "Copied" on the button for a moment. The button keeps its width,
/// its shortcut and its position; pressing it meanwhile copies again.
void copyText(const QString &text, QAbstractButton &button);

} // namespace seonchak
