// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seonchak::http {

/// The target of a request line, in any form of RFC 9112 3.2 except CONNECT's.
struct RequestTarget
{
    QByteArray authority; ///< of the absolute form, which overrides the Host header; else empty
    QByteArray path;      ///< raw; "*" for the whole server
    QByteArray query;     ///< raw, without '?'

    /// Nullopt if it has none of the forms, or is ambiguous.
    [[nodiscard]] static std::optional<RequestTarget> parse(QByteArrayView text, QByteArrayView method);
};

} // namespace seonchak::http
