// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// The grammar of a request's head (RFC 9110 and 9112), as strict as possible without refusing legitimate
/// clients.
namespace seonchak::http::rules {

/// A method or a field name.
[[nodiscard]] bool isToken(QByteArrayView text);
/// A target in origin form: starts with '/', printable ASCII without space and '#', every '%' followed by two
/// hex digits.
[[nodiscard]] bool isTarget(QByteArrayView text);
/// No control character except tab.
[[nodiscard]] bool isFieldValue(QByteArrayView text);
/// A name or address with an optional port; not empty.
[[nodiscard]] bool isHost(QByteArrayView text);
/// Digits only, below 2^63.
[[nodiscard]] std::optional<qint64> contentLength(QByteArrayView text);
/// A chunk-size line without its line end: hex digits, then nothing or an extension (which is ignored).
[[nodiscard]] std::optional<qint64> chunkSize(QByteArrayView line);
[[nodiscard]] QByteArrayView trimmed(QByteArrayView text);
[[nodiscard]] bool equalsIgnoringCase(QByteArrayView text, QByteArrayView lowerCase);
/// Whether a comma-separated list has that (lower case) member.
[[nodiscard]] bool hasMember(QByteArrayView list, QByteArrayView lowerCase);
/// The name in lower case, without an allocation for common names.
[[nodiscard]] QByteArray fieldName(QByteArrayView text);
/// The method as it is, without an allocation for common ones.
[[nodiscard]] QByteArray methodName(QByteArrayView text);

} // namespace seonchak::http::rules
