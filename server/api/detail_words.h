// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/problem.h"

namespace seonchak::http {

/// What is wrong with a request, in the client's language. `english` is the sentence of whoever read it.
/// Empty if there is no Korean for it: the problem's own words then stand as the detail.
[[nodiscard]] QString detailFor(Language language, const QString &english);

} // namespace seonchak::http
