// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <time.h>

namespace seonchak {

/// Nanoseconds on one of the kernel's clocks.
qint64 clockNs(clockid_t clock);

} // namespace seonchak
