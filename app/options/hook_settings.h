// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

namespace seonchak {

/// Reads what webhooks are signed with, and looks where they would go as far as that can be said before any
/// name is looked up. What is wrong names its option.
QList<Error> finishHooks(RawSettings &raw);

} // namespace seonchak
