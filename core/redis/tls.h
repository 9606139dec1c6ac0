// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>

struct redisContext;
struct ssl_st;

namespace seonchak {

/// How a connection to rediss:// is encrypted. Files are PEM.
struct RedisTls
{
    QString serverName; ///< the certificate must name it: a host name or a numeric IP address
    QString caFile;     ///< certificate authorities to trust; empty: the system's
    QString certFile;   ///< our own certificate and its key, for servers that require one; empty: none
    QString keyFile;
};

namespace tls {

/// Whether the hiredis of this build has TLS: 1.0 and later do, the 0.14 of Debian 12 does not.
[[nodiscard]] bool isBuiltIn();

/// Encrypts a context whose connection has just been started; the context owns the result. The handshake runs
/// with the first writes and reads; an invalid certificate ends the connection then. Fails if a file cannot
/// be used.
[[nodiscard]] Result<ssl_st *> start(redisContext &context, const RedisTls &how);

/// Why the peer's certificate is invalid; empty if it is valid, or none was presented.
[[nodiscard]] QString complaint(const ssl_st *session);

} // namespace tls
} // namespace seonchak
