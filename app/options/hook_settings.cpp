// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/hook_settings.h"

#include "core/record/text_file.h"

#include <QHostAddress>
#include <QNetworkInterface>

namespace seonchak {

namespace {

Error hookFault(const QString &sentence, const char *option)
{
    return {Trouble::BadInput, sentence, {option}};
}

/// Whether a URL with this address leads to this machine.
bool isThisMachine(const QHostAddress &address)
{
    return address.isLoopback() || QNetworkInterface::allAddresses().contains(address);
}

QHostAddress addressOf(const QUrl &url)
{
    const bool isLocal = url.host().compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0;
    return isLocal ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(url.host());
}

bool isOwn(const QUrl &url, const ServerOptions &server)
{
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    const QHostAddress address = addressOf(url);
    return (port == server.port && !address.isNull() && isThisMachine(address)) ||
           server.allowedHosts.contains(url.host(), Qt::CaseInsensitive);
}

QList<Error> whereTo(const Settings &settings)
{
    QList<Error> faults;
    const HookOptions &hooks = settings.sale.hooks;
    for (const QString &text : hooks.urls) {
        const QUrl url(text);
        const QHostAddress address = addressOf(url);
        if (isOwn(url, settings.server)) {
            if (!hooks.allowOwn)
                faults.append(hookFault(QStringLiteral("webhook %1 points to this server itself: name "
                                                       "another, or allow it by --webhook-allow-own")
                                            .arg(shownHookUrl(text)),
                                        "webhook"));
        } else if (!address.isNull() && isPrivateAddress(address) && !hooks.allowPrivate) {
            faults.append(hookFault(QStringLiteral("webhook %1 points to a private address: allow that by "
                                                   "--webhook-allow-private")
                                        .arg(shownHookUrl(text)),
                                    "webhook"));
        }
    }
    return faults;
}

} // namespace

QList<Error> finishHooks(RawSettings &raw)
{
    HookOptions &hooks = raw.settings.sale.hooks;
    constexpr const char *option = "webhook-secret-file";
    QList<Error> faults = whereTo(raw.settings);
    if (raw.hookSecretFile.isEmpty()) {
        if (!hooks.urls.isEmpty())
            faults.append(hookFault(QStringLiteral("a webhook needs a secret to be signed with: name its "
                                                   "file by --webhook-secret-file"),
                                    option));
        return faults;
    }
    const auto bytes = text_file::secret(raw.hookSecretFile);
    const auto text = bytes ? text_file::plain(*bytes) : bytes;
    const auto keys = text ? parseHookSecrets(*text) : std::unexpected(text.error());
    if (keys)
        hooks.keys = *keys;
    else
        faults.append(hookFault(
            QStringLiteral("%1 %2 %3").arg(QLatin1String(option), raw.hookSecretFile, keys.error().detail),
            option));
    return faults;
}

} // namespace seonchak
