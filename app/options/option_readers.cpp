// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/option_readers.h"

#include "core/coupon/socket_path.h"
#include "core/newsale/opened_book.h"

#include <QHostAddress>

#include <limits>

namespace seonchak::option {

namespace {

std::unexpected<Error> badValue(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

} // namespace

Option numberRow(Option row, void (*put)(Settings &, qint64))
{
    row.explanation.replace(QLatin1String("%1"), row.range.words());
    row.read = [range = row.range, put](RawSettings &raw, const QString &text) -> Result<void> {
        bool isNumber = false;
        const qint64 value = text.toLongLong(&isNumber);
        if (!isNumber || value < range.least || value > range.most)
            return badValue(QStringLiteral("\"%1\" is not a whole number from %2").arg(text, range.words()));
        put(raw.settings, value);
        return {};
    };
    return row;
}

Option choiceRow(Option row, void (*put)(Settings &, const QString &))
{
    row.read = [values = row.choiceValues(), put](RawSettings &raw, const QString &text) -> Result<void> {
        if (!values.contains(text))
            return badValue(
                values.size() == 2
                    ? QStringLiteral("\"%1\" is neither %2 nor %3").arg(text, values[0], values[1])
                    : QStringLiteral("\"%1\" is none of %2").arg(text, values.join(QStringLiteral(", "))));
        put(raw.settings, text);
        return {};
    };
    return row;
}

Read share(void (*put)(Settings &, double))
{
    return [=](RawSettings &raw, const QString &text) -> Result<void> {
        bool isNumber = false;
        const double value = text.toDouble(&isNumber);
        if (!isNumber || !(value >= 0.0 && value <= 1.0))
            return badValue(QStringLiteral("\"%1\" is not a share from 0 to 1").arg(text));
        put(raw.settings, value);
        return {};
    };
}

Read onOff(void (*put)(Settings &, bool))
{
    return [=](RawSettings &raw, const QString &text) -> Result<void> {
        static const QStringList on{QStringLiteral("on"), QStringLiteral("true"), QStringLiteral("yes"),
                                    QStringLiteral("1")};
        static const QStringList off{QStringLiteral("off"), QStringLiteral("false"), QStringLiteral("no"),
                                     QStringLiteral("0")};
        if (!on.contains(text) && !off.contains(text))
            return badValue(QStringLiteral("\"%1\" is neither on nor off").arg(text));
        put(raw.settings, on.contains(text));
        return {};
    };
}

Result<void> listen(RawSettings &raw, const QString &text)
{
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    bool isPort = false;
    const uint port = text.mid(colon + 1).toUInt(&isPort);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (host.isEmpty() || !isPort || port > std::numeric_limits<quint16>::max())
        return badValue(QStringLiteral("\"%1\" is not HOST:PORT, for example 127.0.0.1:8080").arg(text));
    const bool isAddress =
        !QHostAddress(host).isNull() || host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0;
    if (!isAddress)
        return badValue(
            QStringLiteral("\"%1\" is not an address to listen on: give an IP address, or localhost")
                .arg(host));
    raw.settings.server.host = host;
    raw.settings.server.port = quint16(port);
    return {};
}

Result<void> redis(RawSettings &raw, const QString &text)
{
    auto address = RedisAddress::parse(text);
    if (!address)
        return std::unexpected(address.error());
    raw.settings.sale.redis = std::move(*address);
    return {};
}

Result<void> keyPrefix(RawSettings &raw, const QString &text)
{
    static constexpr auto isPlain = [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f && !QStringLiteral("{}*?[]\\").contains(c);
    };
    if (text.isEmpty() || text.size() > 64 || !std::ranges::all_of(text, isPlain))
        return badValue(
            QStringLiteral("a key prefix has 1 to 64 printable ASCII characters, none of { } * ? [ ] \\"));
    raw.settings.sale.keyPrefix = text.toLatin1();
    return {};
}

Result<void> partner(RawSettings &raw, const QString &text)
{
    auto url = parsePartnerUrl(text);
    if (!url)
        return std::unexpected(url.error());
    raw.settings.sale.partner.url = std::move(*url);
    return {};
}

Result<void> allowHost(RawSettings &raw, const QString &text)
{
    if (text.isEmpty() || text.contains(QLatin1Char(' ')) || text.contains(QLatin1Char('/')))
        return badValue(QStringLiteral("\"%1\" is not a host name").arg(text));
    raw.settings.server.allowedHosts.append(text);
    return {};
}

Result<void> trustedProxy(RawSettings &raw, const QString &text)
{
    auto network = http::Network::parse(text);
    if (!network)
        return std::unexpected(network.error());
    raw.settings.server.trustedProxies.append(std::move(*network));
    return {};
}

Result<void> saleName(RawSettings &raw, const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (text.size() > 80 || std::ranges::any_of(text, isControl))
        return badValue(QStringLiteral("a sale's name is one line of at most 80 characters"));
    raw.settings.sale.saleName = text.trimmed();
    return {};
}

Result<void> webhook(RawSettings &raw, const QString &text)
{
    const auto url = parseHookUrl(text);
    if (!url)
        return badValue(QStringLiteral("\"%1\": %2").arg(shownHookUrl(text), url.error().detail));
    const QString whole = url->toString(QUrl::FullyEncoded);
    if (!raw.settings.sale.hooks.urls.contains(whole))
        raw.settings.sale.hooks.urls.append(whole);
    return {};
}

Result<void> webhookEvents(RawSettings &raw, const QString &text)
{
    const QStringList names = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const QString event = name.trimmed();
        if (!hookEvents().contains(event))
            return badValue(QStringLiteral("there is no event \"%1\": %2")
                                .arg(event, hookEvents().join(QStringLiteral(", "))));
        raw.settings.sale.hooks.events.append(event);
    }
    return {};
}

Result<void> alarm(RawSettings &raw, const QString &text)
{
    return raw.settings.sale.alarms.apply(text);
}

Result<void> attach(RawSettings &raw, const QString &text)
{
    auto address = DeskAddress::parse(text);
    if (!address)
        return badValue(address.error().detail);
    raw.settings.attach = std::move(*address);
    return {};
}

Result<void> book(RawSettings &raw, const QString &text)
{
    // The meaning of a bare name depends on the database.
    const auto found = newsale::OpenedBook::find(text, {});
    if (!found)
        return badValue(found.error().detail);
    raw.book = text;
    return {};
}

Result<void> deskSocket(RawSettings &raw, const QString &text)
{
    if (text.isEmpty())
        return badValue(QStringLiteral("the value is empty"));
    if (const QString trouble = socketPathTrouble(text); !trouble.isEmpty())
        return badValue(trouble);
    raw.deskSocket = text;
    return {};
}

Result<void> failpoints(RawSettings &raw, const QString &text)
{
    if (text.isEmpty())
        return badValue(QStringLiteral("the value is empty"));
    raw.settings.sale.failpoints = text;
    return {};
}

Read pathInto(QString RawSettings::*member)
{
    return [member](RawSettings &raw, const QString &text) -> Result<void> {
        if (text.isEmpty())
            return badValue(QStringLiteral("the value is empty"));
        raw.*member = text;
        return {};
    };
}

} // namespace seonchak::option
