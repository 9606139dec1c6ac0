// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

namespace seonchak {

/// The options about what the sale works with: Redis, the database, the partner and its mock.
QList<Option> storageOptions();
QList<Option> partnerOptions();
QList<Option> mockOptions();

} // namespace seonchak
