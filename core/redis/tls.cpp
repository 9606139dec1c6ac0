// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/tls.h"

#ifdef SEONCHAK_REDIS_TLS

#include <QFile>
#include <QHostAddress>

#include <hiredis/hiredis.h>
#include <hiredis/hiredis_ssl.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <memory>

namespace seonchak::tls {
namespace {

using Settings = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;
using Session = std::unique_ptr<SSL, decltype(&SSL_free)>;

std::unexpected<Error> opensslSays(const QString &what)
{
    const unsigned long code = ERR_get_error();
    const char *reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return failure(Trouble::Unavailable,
                   reason ? QString(what + QLatin1String(": ") + QString::fromLatin1(reason)) : what);
}

Result<void> readFiles(SSL_CTX *settings, const RedisTls &how)
{
    const QByteArray ca = QFile::encodeName(how.caFile);
    if (ca.isEmpty() ? SSL_CTX_set_default_verify_paths(settings) != 1
                     : SSL_CTX_load_verify_locations(settings, ca.constData(), nullptr) != 1)
        return opensslSays(
            QStringLiteral("certificate authorities could not be read from %1").arg(how.caFile));
    if (how.certFile.isEmpty())
        return {};
    if (SSL_CTX_use_certificate_chain_file(settings, QFile::encodeName(how.certFile).constData()) != 1)
        return opensslSays(QStringLiteral("no certificate could be read from %1").arg(how.certFile));
    if (SSL_CTX_use_PrivateKey_file(settings, QFile::encodeName(how.keyFile).constData(), SSL_FILETYPE_PEM) !=
        1)
        return opensslSays(
            QStringLiteral("no key of that certificate could be read from %1").arg(how.keyFile));
    return {};
}

/// hiredis checks who signed a certificate, but not its name.
bool expectName(SSL *session, const QString &name)
{
    const QByteArray plain = name.toUtf8();
    if (!QHostAddress(name).isNull())
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), plain.constData()) == 1;
    return SSL_set1_host(session, plain.constData()) == 1 &&
           SSL_set_tlsext_host_name(session, plain.constData()) == 1;
}

} // namespace

bool isBuiltIn()
{
    return true;
}

Result<ssl_st *> start(redisContext &context, const RedisTls &how)
{
    ERR_clear_error();
    const Settings settings(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    if (!settings)
        return opensslSays(QStringLiteral("TLS could not be set up"));
    SSL_CTX_set_min_proto_version(settings.get(), TLS1_2_VERSION);
    SSL_CTX_set_verify(settings.get(), SSL_VERIFY_PEER, nullptr);
    if (const auto read = readFiles(settings.get(), how); !read)
        return std::unexpected(read.error());
    Session session(SSL_new(settings.get()), &SSL_free);
    if (!session || !expectName(session.get(), how.serverName))
        return opensslSays(QStringLiteral("TLS could not be set up"));
    // The context owns the session only if this succeeds.
    if (redisInitiateSSL(&context, session.get()) != REDIS_OK)
        return failure(Trouble::Unavailable, QString::fromLocal8Bit(context.errstr));
    return session.release();
}

QString complaint(const ssl_st *session)
{
    const long verdict = SSL_get_verify_result(session);
    if (verdict == X509_V_OK)
        return {};
    return QLatin1String("the server's certificate does not hold: ") +
           QString::fromLatin1(X509_verify_cert_error_string(verdict));
}

} // namespace seonchak::tls

#else

namespace seonchak::tls {

bool isBuiltIn()
{
    return false;
}

Result<ssl_st *> start(redisContext &, const RedisTls &)
{
    return failure(Trouble::Unavailable, QStringLiteral("this build has no TLS to Redis"));
}

QString complaint(const ssl_st *)
{
    return {};
}

} // namespace seonchak::tls

#endif
