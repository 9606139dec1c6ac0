// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace seonchak {

/// Posts work to some thread's event loop.
using PostToLoop = std::function<void(std::function<void()> work)>;

} // namespace seonchak
