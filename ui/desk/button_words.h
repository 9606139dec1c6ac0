// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;

/// The words of menus and buttons, for lists of them.
namespace seonchak::buttonwords {

/// "생성(&G)" and "&Generate" without their letters.
QString plain(QString text);
/// What a button says; its accessible name where it shows only a sign.
QString of(const QAbstractButton &button);

} // namespace seonchak::buttonwords
