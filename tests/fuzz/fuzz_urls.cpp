// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The URLs of Redis, of the database and of the partner: what is shown never holds the password, and reads as
// the same place.

#include "app/options/url_password.h"
#include "core/database/engine/database_url.h"
#include "core/partner/partner_options.h"
#include "core/redis/address.h"
#include "tests/fuzz/promise.h"

using namespace seonchak;
using namespace seonchak::fuzz;

namespace {

const QString password = QStringLiteral("Sesame%2FopenS3same");

void promiseHidden(const QString &shown)
{
    promise(!shown.contains(QLatin1String("openS3same")), "no password in what is shown");
}

void checkRedis(const QString &text)
{
    const auto address = RedisAddress::parse(text);
    if (!address)
        return;
    auto other = *address;
    if (!other.password.isEmpty())
        other.password = QStringLiteral("another");
    promise(other.masked() == address->masked(), "the password does not show in a Redis address");
    const auto again = RedisAddress::parse(address->masked());
    promise(again.has_value() || address->masked() == QLatin1String("private"),
            "a shown address can be read");
    promise(!again || again->masked() == address->masked(), "and says the same place");
}

void checkDatabase(const QString &text)
{
    const auto url = DatabaseUrl::parse(text, QStringLiteral("/data"));
    if (!url)
        return;
    auto other = *url;
    if (!other.password.isEmpty())
        other.password = QStringLiteral("another");
    promise(other.masked() == url->masked(), "the password does not show in a database URL");
}

void checkSplit(const QString &text)
{
    const auto parts = UrlPassword::split(text);
    if (parts.password.isEmpty())
        return;
    const auto again = UrlPassword::split(parts.join());
    promise(again.password == parts.password && again.url == parts.url, "a password comes back where it was");
}

/// The same rest behind a password that we know.
void checkKnown(const QString &rest)
{
    for (const char *scheme : {"redis", "sentinel", "cluster", "unix"}) {
        const auto address = RedisAddress::parse(QLatin1String(scheme) + QStringLiteral("://u:") + password +
                                                 QLatin1Char('@') + rest);
        promiseHidden(address ? address->masked() : address.error().detail);
    }
    const auto database = DatabaseUrl::parse(
        QStringLiteral("postgresql://u:") + password + QLatin1Char('@') + rest, QStringLiteral("/data"));
    promiseHidden(database ? database->masked() : database.error().detail);
    const auto partner = parsePartnerUrl(QStringLiteral("http://u:") + password + QLatin1Char('@') + rest);
    promiseHidden(partner ? shownPartnerUrl(*partner) : partner.error().detail);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    checkRedis(text);
    checkDatabase(text);
    checkSplit(text);
    checkKnown(text);
    if (const auto partner = parsePartnerUrl(text); partner)
        promise(shownPartnerUrl(*partner) == shownPartnerUrl(QUrl(partner->toString(QUrl::RemovePassword))),
                "the password does not show in a store's URL");
    return 0;
}
