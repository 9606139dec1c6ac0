// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace seonchak {

/// Has the work run by some thread's event loop, some time later.
using PostToLoop = std::function<void(std::function<void()> work)>;

} // namespace seonchak
