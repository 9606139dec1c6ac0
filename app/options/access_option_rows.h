// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

namespace seonchak {

/// The rows of the option table about who may ask the server, under which names, and how often.
QList<Option> accessOptions();

} // namespace seonchak
