// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_options.h"

#include <algorithm>
#include <array>

namespace seonchak {

namespace {

constexpr qsizetype urlMost = 2000;
constexpr qsizetype keyLeast = 24;
constexpr qsizetype keyMost = 64;
const QByteArray secretPrefix = "whsec_";

std::unexpected<Error> badHook(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

} // namespace

bool HookOptions::wants(const QString &event) const
{
    return events.isEmpty() ? event != issuedHook : events.contains(event);
}

QStringList HookOptions::receiversOf(const QString &event) const
{
    return wants(event) ? urls : QStringList();
}

const QStringList &hookEvents()
{
    static const QStringList events{QStringLiteral("sale.opened"),        QStringLiteral("sale.sold-out"),
                                    QStringLiteral("sale.closed"),        issuedHook,
                                    QStringLiteral("alarm.conservation"), QStringLiteral("alarm.issuing"),
                                    QStringLiteral("alarm.stock"),        QStringLiteral("alarm.doubt"),
                                    QStringLiteral("alarm.partner")};
    return events;
}

Result<QUrl> parseHookUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || text.size() > urlMost || url.port(1) == 0)
        return badHook(QStringLiteral("a webhook is an http:// or https:// URL of a host"));
    if (!url.userInfo().isEmpty())
        return badHook(QStringLiteral("a webhook's URL has no user name and no password: the receiver knows "
                                      "us by the signature"));
    if (url.hasFragment())
        return badHook(QStringLiteral("a webhook's URL has no part behind #"));
    return url;
}

Result<QList<QByteArray>> parseHookSecrets(const QByteArray &text)
{
    QList<QByteArray> keys;
    const auto lines = text.split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray secret = line.trimmed();
        if (secret.isEmpty())
            continue;
        const auto decoded = QByteArray::fromBase64Encoding(secret.mid(secretPrefix.size()),
                                                            QByteArray::Base64Encoding |
                                                                QByteArray::AbortOnBase64DecodingErrors);
        const qsizetype size = decoded ? decoded.decoded.size() : 0;
        const bool isSound = secret.startsWith(secretPrefix) && size >= keyLeast && size <= keyMost;
        if (!isSound)
            return badHook(QStringLiteral("holds no secret: one is whsec_ and the base64 text of %1 to %2 "
                                          "random bytes, on a line of its own")
                               .arg(keyLeast)
                               .arg(keyMost));
        keys.append(decoded.decoded);
    }
    if (keys.isEmpty())
        return badHook(QStringLiteral("is empty"));
    return keys;
}

bool isPrivateAddress(const QHostAddress &address)
{
    QHostAddress plain = address;
    bool isIpv4 = false;
    if (const quint32 v4 = address.toIPv4Address(&isIpv4); isIpv4) // includes ::ffff:10.0.0.1
        plain = QHostAddress(v4);
    static const std::array<const char *, 16> networks{
        "0.0.0.0/8",    "10.0.0.0/8",     "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "::/128",         "::1/128",
        "fc00::/7",     "fe80::/10",      "fec0::/10",     "ff00::/8"};
    return plain.isNull() || std::ranges::any_of(networks, [&](const char *network) {
               return plain.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(network)));
           });
}

QString shownHookUrl(const QString &url)
{
    const QUrl whole(url);
    QString shown = whole.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return whole.hasQuery() ? shown + QStringLiteral("?…") : shown;
}

} // namespace seonchak
