// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace seonchak::json {

/// The first key that stands twice in one object, however deep and however escaped. Qt keeps the last of them
/// and says nothing. The text must be valid JSON.
[[nodiscard]] std::optional<QString> doubledKey(const QByteArray &text);

} // namespace seonchak::json
