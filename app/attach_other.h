// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace seonchak {

class Looks;

/// Asks for a server elsewhere, and opens a window there in a program of its own: what this one holds goes
/// on, whatever becomes of that. The looks outlive the parent.
void attachOther(Looks &looks, QWidget *parent);

} // namespace seonchak
