// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/problem.h"

namespace seonchak::http {

/// Translates the English sentence about an invalid request into the client's language. Empty if there is no
/// Korean translation: the problem's own text is then the detail.
[[nodiscard]] QString detailFor(Language language, const QString &english);

} // namespace seonchak::http
