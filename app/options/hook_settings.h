// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

namespace seonchak {

/// Reads the webhooks' signing keys, and checks their destinations as far as possible without a name lookup.
/// Errors name the option.
QList<Error> finishHooks(RawSettings &raw);

} // namespace seonchak
