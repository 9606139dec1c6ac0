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
    QString caFile;     ///< who may have signed it; empty: the system's certificate authorities
    QString certFile;   ///< our own certificate and its key, for servers that ask for one; empty: none
    QString keyFile;
};

namespace tls {

/// Whether the hiredis of this build has TLS: 1.0 and later do, the 0.14 of Debian 12 does not.
[[nodiscard]] bool isBuiltIn();

/// Encrypts a context whose connection has just been started; the context owns what is returned. The
/// handshake runs with the first writes and reads; a certificate that does not hold ends the connection then.
/// Fails where a file cannot be used.
[[nodiscard]] Result<ssl_st *> start(redisContext &context, const RedisTls &how);

/// Why the other end's certificate does not hold; empty: it does, or none was shown.
[[nodiscard]] QString complaint(const ssl_st *session);

} // namespace tls
} // namespace seonchak
