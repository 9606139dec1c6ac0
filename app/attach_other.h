// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace seonchak {

class Looks;
class TokenSafe;

/// Asks for a remote server, and opens a window on it in a separate program: this program's sale is not
/// affected, unless `opened` ends it. The looks and the safe must outlive the parent.
void attachOther(Looks &looks, TokenSafe &safe, QWidget *parent, const std::function<void()> &opened = {});

} // namespace seonchak
