// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/option_table.h"

#include <QThread>

#include <limits>

namespace seonchak {

namespace {

using Read = std::function<Result<void>(RawSettings &, const QString &)>;

std::unexpected<Error> badValue(const QString &sentence)
{
    return failure(Trouble::BadInput, sentence);
}

Read number(qint64 least, qint64 most, void (*put)(Settings &, qint64))
{
    return [=](RawSettings &raw, const QString &text) -> Result<void> {
        bool isNumber = false;
        const qint64 value = text.toLongLong(&isNumber);
        if (!isNumber || value < least || value > most)
            return badValue(
                QStringLiteral("\"%1\" is not a whole number from %2 to %3").arg(text).arg(least).arg(most));
        put(raw.settings, value);
        return {};
    };
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

Result<void> readListen(RawSettings &raw, const QString &text)
{
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    bool isPort = false;
    const uint port = text.mid(colon + 1).toUInt(&isPort);
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (host.isEmpty() || !isPort || port > std::numeric_limits<quint16>::max())
        return badValue(QStringLiteral("\"%1\" is not HOST:PORT, for example 127.0.0.1:8080").arg(text));
    raw.settings.server.host = host;
    raw.settings.server.port = quint16(port);
    return {};
}

Result<void> readRedis(RawSettings &raw, const QString &text)
{
    auto address = RedisAddress::parse(text);
    if (!address)
        return std::unexpected(address.error());
    raw.settings.sale.redis = std::move(*address);
    return {};
}

Result<void> readKeyPrefix(RawSettings &raw, const QString &text)
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

Result<void> readForeignKeys(RawSettings &raw, const QString &text)
{
    const auto choice = foreignChoiceFromName(text);
    if (!choice)
        return badValue(QStringLiteral("\"%1\" is none of refuse, adopt, discard").arg(text));
    raw.settings.sale.foreignKeys = *choice;
    return {};
}

Result<void> readStore(RawSettings &raw, const QString &text)
{
    auto url = parseStoreUrl(text);
    if (!url)
        return std::unexpected(url.error());
    raw.settings.sale.partner.url = std::move(*url);
    return {};
}

Result<void> readStrategy(RawSettings &raw, const QString &text)
{
    const auto strategy = strategyFromName(text);
    if (!strategy) {
        QStringList names;
        for (const auto known : allStrategies())
            names.append(strategyName(known));
        return badValue(QStringLiteral("\"%1\" is none of %2").arg(text, names.join(QStringLiteral(", "))));
    }
    raw.settings.sale.strategy = *strategy;
    return {};
}

Result<void> readAllowHost(RawSettings &raw, const QString &text)
{
    if (text.isEmpty() || text.contains(QLatin1Char(' ')) || text.contains(QLatin1Char('/')))
        return badValue(QStringLiteral("\"%1\" is not a host name").arg(text));
    raw.settings.server.allowedHosts.append(text);
    return {};
}

Result<void> readTrustedProxy(RawSettings &raw, const QString &text)
{
    auto network = http::Network::parse(text);
    if (!network)
        return std::unexpected(network.error());
    raw.settings.server.trustedProxies.append(std::move(*network));
    return {};
}

Result<void> readLogLevel(RawSettings &raw, const QString &text)
{
    const QStringList names{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                            QStringLiteral("error")};
    if (!names.contains(text))
        return badValue(QStringLiteral("\"%1\" is none of %2").arg(text, names.join(QStringLiteral(", "))));
    raw.settings.logLevel = LogLevel(names.indexOf(text));
    return {};
}

Result<void> readLogFormat(RawSettings &raw, const QString &text)
{
    if (text != QLatin1String("text") && text != QLatin1String("json"))
        return badValue(QStringLiteral("\"%1\" is neither text nor json").arg(text));
    raw.settings.logFormat = text == QLatin1String("json") ? LogFormat::Json : LogFormat::Text;
    return {};
}

Result<void> readSaleName(RawSettings &raw, const QString &text)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (text.size() > 80 || std::ranges::any_of(text, isControl))
        return badValue(QStringLiteral("a sale's name is one line of at most 80 characters"));
    raw.settings.sale.saleName = text.trimmed();
    return {};
}

Result<void> readSaleMode(RawSettings &raw, const QString &text)
{
    if (text != QLatin1String("test") && text != QLatin1String("live"))
        return badValue(QStringLiteral("\"%1\" is neither test nor live").arg(text));
    raw.settings.sale.saleLive = text == QLatin1String("live");
    return {};
}

Result<void> readFailpoints(RawSettings &raw, const QString &text)
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

QList<Option> serviceOptions()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {s("data-dir"), s("DIR"), s("the platform's data dir"), s("database, private Redis, logs"),
         pathInto(&RawSettings::dataDir)},
        {s("listen"), s("HOST:PORT"), s("127.0.0.1:8080"), s("port 0: any free port"), readListen},
        {s("redis"), s("URL"), s("private"),
         s("private, redis://[user:pass@]host:port[/db], unix:///path[?db=n], sentinel://…, cluster://…"),
         readRedis},
        {s("key-prefix"), s("S"), s("rudals"), s("first part of every key"), readKeyPrefix},
        {s("foreign-keys"), s("CHOICE"), s("refuse"),
         s("another program's keys under our prefix: refuse (exit code 3), adopt or discard them"),
         readForeignKeys},
        {s("database"), s("URL"), s("sqlite"),
         s("sqlite, sqlite:///path or postgresql://user:pass@host:port/name"),
         pathInto(&RawSettings::database)},
        {s("strategy"), s("NAME"), s("saga"), s("how a coupon is issued"), readStrategy},
        {s("workers"), s("N"), QString::number(QThread::idealThreadCount()), s("HTTP threads"),
         number(1, 256, [](Settings &to, qint64 n) { to.server.workers = to.sale.workers = int(n); })},
        {s("admin-token-file"), s("FILE"), s("none"), s("bearer token of the administration (mode 0600)"),
         pathInto(&RawSettings::adminTokenFile)},
        {s("allow-host"), s("NAME"),
         s("loopback names and the listen address; on all addresses each of them"),
         s("accepted Host value; repeatable"), readAllowHost, true},
        {s("trusted-proxy"), s("ADDRESS"), s("none"),
         s("peer whose Forwarded and X-Forwarded-* are believed, or a network of such; repeatable"),
         readTrustedProxy, true},
        {s("log-level"), s("LEVEL"), s("info"), s("debug, info, warning or error"), readLogLevel},
        {s("log-format"), s("FORMAT"), s("text"), s("text or json"), readLogFormat},
    };
}

QList<Option> storeOptions()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {s("store"), s("URL"), s("mock"), s("the convenience store: mock, or http(s)://… of a real partner"),
         readStore},
        {s("store-failure-rate"), s("P"), s("0.1"), s("mock only: share of calls refused, 0 to 1"),
         share([](Settings &to, double p) { to.sale.partner.failureRate = p; })},
        {s("store-unknown-rate"), s("P"), s("0"), s("mock only: share of calls whose answer is lost, 0 to 1"),
         share([](Settings &to, double p) { to.sale.partner.unknownRate = p; })},
        {s("store-latency-ms"), s("N"), s("0"), s("mock only"),
         number(0, 600'000, [](Settings &to, qint64 n) { to.sale.partner.latencyMs = int(n); })},
        {s("store-seed"), s("N"), s("random, printed"), s("mock only: same seed, same fate"),
         number(0, std::numeric_limits<qint64>::max(),
                [](Settings &to, qint64 n) { to.sale.partner.seed = quint64(n); })},
        {s("store-timeout-ms"), s("N"), s("2000"), s("after it the outcome is unknown"),
         number(1, 600'000, [](Settings &to, qint64 n) { to.sale.partner.timeoutMs = int(n); })},
    };
}

QList<Option> saleOptions()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {s("sale-name"), s("TEXT"), s("none"), s("the sale's name, for the people at the window"),
         readSaleName},
        {s("sale-mode"), s("MODE"), s("test"),
         s("test or live: live asks for the sale's name before what cannot be taken back"), readSaleMode},
    };
}

QList<Option> labOptions()
{
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    return {
        {s("failpoints"), s("SOCKET"), s("none"),
         s("for the lab: each issue stops at each of its steps until this Unix socket says go"),
         readFailpoints, false, true},
    };
}

} // namespace

QList<Option> optionTable()
{
    return saleOptions() + serviceOptions() + storeOptions() + labOptions();
}

} // namespace seonchak
