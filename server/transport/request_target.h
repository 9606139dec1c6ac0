// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seonchak::http {

/// What a request line asks for, in any of the forms of RFC 9112 3.2 but that of CONNECT.
struct RequestTarget
{
    QByteArray authority; ///< of the absolute form, which outranks the Host header; else empty
    QByteArray path;      ///< raw; "*" for the server as a whole
    QByteArray query;     ///< raw, without '?'

    /// Nothing where it is none of the forms, or could be read in two ways.
    [[nodiscard]] static std::optional<RequestTarget> parse(QByteArrayView text, QByteArrayView method);
};

} // namespace seonchak::http
