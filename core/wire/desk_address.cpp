// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/desk_address.h"

#include "core/coupon/socket_path.h"

#include <QHostAddress>
#include <QUrl>

namespace seonchak {

namespace {

std::unexpected<Error> badAddress(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

Result<DeskAddress> socketAddress(const QString &text)
{
    QString path = text.mid(5);
    if (path.startsWith(QLatin1String("//"))) // unix:///path, the form of Redis' URLs
        path = path.mid(2);
    if (!path.startsWith(QLatin1Char('/')))
        return badAddress(
            QStringLiteral("a socket is named by its whole path: unix:/run/seonchak/desk.sock"));
    if (const QString trouble = socketPathTrouble(path); !trouble.isEmpty())
        return badAddress(trouble);
    return DeskAddress{"http://localhost", path, QStringLiteral("unix:") + path};
}

bool isThisMachine(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

} // namespace

Result<DeskAddress> DeskAddress::parse(const QString &text)
{
    if (text.startsWith(QLatin1String("unix:")))
        return socketAddress(text);
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttps = url.scheme() == QLatin1String("https");
    if (!url.isValid() || url.host().isEmpty() || (!isHttps && url.scheme() != QLatin1String("http")))
        return badAddress(QStringLiteral("it must be https://host[:port][/base] or unix:/path"));
    if (!url.userInfo().isEmpty())
        return badAddress(
            QStringLiteral("no name and no password stand in the address: who one is says the token"));
    if (url.hasQuery() || url.hasFragment())
        return badAddress(QStringLiteral("the address must have no query and no fragment"));
    if (!isHttps && !isThisMachine(url.host()))
        return badAddress(
            QStringLiteral("http:// would send the token in the clear: use https://, or a tunnel to "
                           "this machine (ssh -L)"));
    QByteArray base = url.toEncoded();
    while (base.endsWith('/'))
        base.chop(1);
    return DeskAddress{base, {}, QString::fromUtf8(base)};
}

} // namespace seonchak
