// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/words.h"

#include <QLocale>

namespace seonchak {

namespace {

/// The C locale writes 1000; people read 1,000.
QLocale readable()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

} // namespace

QString Words::number(qint64 value)
{
    return readable().toString(value);
}

QString Words::number(double value, int decimals)
{
    return readable().toString(value, 'f', decimals);
}

QString Words::percent(double share)
{
    const double percent = share * 100;
    const bool whole = qFuzzyCompare(percent + 1, double(qRound64(percent)) + 1);
    return tr("%1%", "a share").arg(number(percent, whole ? 0 : 1));
}

QString Words::rate(double perSecond)
{
    const auto whole = qRound64(perSecond);
    if (whole == 0)
        return tr("no change");
    return whole > 0 ? tr("▲ %1/s").arg(number(whole)) : tr("▼ %1/s").arg(number(-whole));
}

QString Words::countdown(qint64 milliseconds)
{
    constexpr qint64 second = 1000;
    constexpr qint64 day = 86'400;
    const qint64 left = std::max<qint64>(0, (milliseconds + second - 1) / second);
    const QString clock = QStringLiteral("%1:%2:%3")
                              .arg(left % day / 3600, 2, 10, QLatin1Char('0'))
                              .arg(left % 3600 / 60, 2, 10, QLatin1Char('0'))
                              .arg(left % 60, 2, 10, QLatin1Char('0'));
    return left < day ? clock : tr("%1 d %2").arg(number(left / day), clock);
}

QString Words::duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (minutes == 0)
        return tr("%1 s").arg(number(seconds));
    if (hours == 0)
        return tr("%1 min %2 s").arg(number(minutes), number(seconds % 60));
    if (hours < 24)
        return tr("%1 h %2 min").arg(number(hours), number(minutes % 60));
    return tr("%1 d %2 h").arg(number(hours / 24), number(hours % 24));
}

QString Words::conservation(const StockNumbers &stock)
{
    const QString text =
        stock.difference() == 0
            ? tr("Generated %1 = staged %2 + in stock %3 + reserved %4 + in doubt %5 + issued %6 + void %7")
            : tr("Generated %1 ≠ staged %2 + in stock %3 + reserved %4 + in doubt %5 + issued %6 + void %7");
    return text.arg(number(stock.generated), number(stock.staged), number(stock.available),
                    number(stock.reserved), number(stock.inDoubt), number(stock.issued),
                    number(stock.voided));
}

QString Words::bookAlone(const StockNumbers &stock)
{
    return tr("Redis has not been read yet. In the database: generated %1, staged %2, in stock or reserved "
              "%3, "
              "in doubt %4, issued %5, void %6.")
        .arg(number(stock.generated), number(stock.staged), number(stock.available), number(stock.inDoubt),
             number(stock.issued), number(stock.voided));
}

QString Words::verdict(const StockNumbers &stock)
{
    const qint64 difference = stock.difference();
    if (difference == 0 && stock.misplaced > 0)
        return tr("%1 in Redis are wrong").arg(number(stock.misplaced));
    if (difference == 0)
        return tr("All accounted for");
    return difference > 0 ? tr("%1 missing").arg(number(difference))
                          : tr("%1 too many").arg(number(-difference));
}

QString Words::redisName(const QString &mode)
{
    if (mode == QLatin1String("private"))
        return tr("Redis (private)");
    if (mode == QLatin1String("sentinel"))
        return tr("Redis (Sentinel)");
    if (mode == QLatin1String("cluster"))
        return tr("Redis (Cluster)");
    if (mode == QLatin1String("unix"))
        return tr("Redis (socket)");
    return tr("Redis");
}

QString Words::databaseName(const QString &engine)
{
    if (engine == QLatin1String("sqlite"))
        return tr("SQLite");
    if (engine == QLatin1String("postgresql"))
        return tr("PostgreSQL");
    return engine.isEmpty() ? tr("Database") : engine;
}

QString Words::partnerName(const PartnerOptions &partner)
{
    if (!partner.isMock())
        return tr("Store: %1").arg(partner.url.host());
    return tr("Store: mock, refuses %1").arg(percent(partner.failureRate));
}

QString Words::partnerDetails(const PartnerOptions &partner)
{
    if (!partner.isMock())
        return tr("The convenience store at %1. After %2 ms without an answer its outcome is unknown.")
            .arg(shownPartnerUrl(partner.url), number(qint64(partner.timeoutMs)));
    return tr("An imitated convenience store: it refuses %1 of the calls, leaves %2 of them unknown, and "
              "takes %3 ms. "
              "Seed %4.")
        .arg(percent(partner.failureRate), percent(partner.unknownRate), number(qint64(partner.latencyMs)),
             QString::number(partner.seed));
}

QString Words::role(const QString &role)
{
    if (role == QLatin1String("viewer"))
        return tr("viewer");
    if (role == QLatin1String("operator"))
        return tr("operator");
    return role == QLatin1String("admin") ? tr("admin") : role;
}

QString Words::advice(const Error &error)
{
    switch (error.trouble) {
    case Trouble::Unavailable:
        return tr("Redis or the database is away, or busy. Try again when both lights above are green.");
    case Trouble::Stale:
        return tr("The stock in Redis is being rebuilt from the database. Try again in half a minute.");
    case Trouble::Uncertain:
        return tr("No answer came, so it may have happened or not. Look at the numbers before trying again.");
    case Trouble::NotPermitted:
        return tr("Your role at this server does not allow that.");
    case Trouble::NeedsSecond:
        return tr(
            "A second person has to approve it within five minutes. The strip above says how it stands.");
    case Trouble::Nameless:
        return tr("This needs two persons, and the server does not know who you are: attach with a named "
                  "token or by your login.");
    case Trouble::KeyMismatch:
    case Trouble::KeyRunning:
    case Trouble::Conflict:
        return tr("Another change came first. Try again.");
    case Trouble::BadInput:
    case Trouble::NotFound:
        return tr("The order was not accepted. The log says why.");
    case Trouble::Internal:
        break;
    }
    return tr("Something unexpected happened. The log says what; look at the numbers before trying again.");
}

QString Words::twoPersons()
{
    return tr(
        "It needs two persons: nothing is done before somebody else has approved it, within five minutes.");
}

} // namespace seonchak
