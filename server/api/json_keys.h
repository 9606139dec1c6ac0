// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace seonchak::json {

/// The first duplicate key within one object, at any depth and with any escaping. Qt silently keeps the last
/// one. The text must be valid JSON.
[[nodiscard]] std::optional<QString> doubledKey(const QByteArray &text);

} // namespace seonchak::json
