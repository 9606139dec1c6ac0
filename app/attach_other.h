// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace seonchak {

class Looks;
class TokenSafe;

/// Asks for a server elsewhere, and opens a window there in a program of its own: what this one holds goes
/// on, whatever becomes of that, unless `opened` ends it. The looks and the safe outlive the parent.
void attachOther(Looks &looks, TokenSafe &safe, QWidget *parent, const std::function<void()> &opened = {});

} // namespace seonchak
