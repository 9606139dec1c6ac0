// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

namespace seonchak {

/// The option table's rows about notifications of people and other systems.
QList<Option> hookOptions();

} // namespace seonchak
