// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/service_option_rows.h"

#include "app/options/option_readers.h"

#include <limits>

namespace seonchak {

namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = Option::Kind;
using option::choiceRow;
using option::numberRow;

Option::Apart passwordOf(const char *label)
{
    return {
        Option::Apart::Kind::Password, label,
        QT_TRANSLATE_NOOP("seonchak::SettingWords",
                          "Kept apart from the address, and told only to this address."),
        QT_TRANSLATE_NOOP("seonchak::SettingWords", "There is nobody to log in to: give the address first.")};
}

Option redisRow()
{
    return {.name = u"redis"_s,
            .valueName = u"URL"_s,
            .defaultText = u"private"_s,
            .help = u"private, redis[s]://[user:pass@]host:port[/db], unix:///path[?db=n], sentinel://…, "
                    "cluster://…"_s,
            .explanation =
                u"Which Redis holds the stock. private starts one of our own, on a Unix socket in the "
                "data dir. Else redis://[user:pass@]host:port[/db], unix:///path[?db=n], "
                "sentinel://h:p[,h:p…]/master[?db=n], cluster://h:p[,h:p…] or, through TLS, "
                "rediss://[user:pass@]host:port[/db][?ca=FILE&cert=FILE&key=FILE] (from Debian 13 on)."_s,
            .read = option::redis,
            .decidesSale = true,
            .page = {"redis", Kind::Url},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Redis address"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "private starts a Redis of its own. Others: redis://host:6379/0, unix:///path, "
                "sentinel://…, cluster://…"),
            .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                          "Write private, redis://host:6379, unix:///path, "
                                          "sentinel://host:26379/master or cluster://host:6379."),
            .apart = passwordOf(QT_TRANSLATE_NOOP("seonchak::SettingWords", "Redis password"))};
}

Option keyPrefixRow()
{
    return {.name = u"key-prefix"_s,
            .valueName = u"S"_s,
            .defaultText = u"rudals"_s,
            .help = u"first part of every key"_s,
            .explanation = u"The first part of every key in Redis."_s,
            .read = option::keyPrefix,
            .decidesSale = true,
            .page = {"redis", Kind::Text},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Key prefix"),
            .hint =
                QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                  "The first part of every key in Redis. Another prefix is another stock."),
            .accepted = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "1 to 64 letters, digits or signs of ASCII, without spaces and none of { } * ? [ ] \\")};
}

Option foreignKeysRow()
{
    return choiceRow(
        {.name = u"foreign-keys"_s,
         .valueName = u"CHOICE"_s,
         .defaultText = u"refuse"_s,
         .help = u"another program's keys under our prefix: refuse (exit code 3), adopt or discard them"_s,
         .explanation = u"What happens at the start to keys under our prefix that another program made: "
                        "refuse ends with exit "
                        "code 3 and names them, adopt takes codes and users over, discard deletes them."_s,
         .choices = {{u"refuse"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "refuse: do not start")},
                     {u"adopt"_s,
                      QT_TRANSLATE_NOOP("seonchak::SettingWords", "adopt: take the coupons over")},
                     {u"discard"_s, QT_TRANSLATE_NOOP("seonchak::SettingWords", "discard: delete them")}},
         .page = {"redis", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Other programs' keys"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "What happens at the start where another program's keys lie under this prefix.")},
        [](Settings &to, const QString &choice) {
            to.sale.foreignKeys = foreignChoiceFromName(choice).value_or(to.sale.foreignKeys);
        });
}

Option databaseRow()
{
    return {.name = u"database"_s,
            .valueName = u"URL"_s,
            .defaultText = u"sqlite"_s,
            .help = u"sqlite, sqlite:///path or postgresql://user:pass@host:port/name"_s,
            .explanation =
                u"The database that holds the truth: sqlite (a file in the data dir), sqlite:///path or "
                "postgresql://user:pass@host:port/name. A URL of PostgreSQL takes every option of libpq "
                "and several hosts."_s,
            .read = option::pathInto(&RawSettings::database),
            .decidesSale = true,
            .page = {"database", Kind::Url},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database address"),
            .hint = QT_TRANSLATE_NOOP(
                "seonchak::SettingWords",
                "sqlite (a file in the data folder), sqlite:///path or postgresql://user@host:5432/name"),
            .accepted =
                QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                  "Write sqlite, sqlite:///path or postgresql://user@host:5432/name."),
            .apart = passwordOf(QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database password"))};
}

Option partnerRow()
{
    return {.name = u"store"_s,
            .valueName = u"URL"_s,
            .defaultText = u"mock"_s,
            .help = u"the convenience store: mock, or http(s)://… of a real partner"_s,
            .explanation =
                u"The convenience store's interface: http://… or https://… of a real partner, or mock, which "
                "is played here and knows no real coupons."_s,
            .read = option::partner,
            .decidesSale = true,
            .page = {"store", Kind::Url},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Store address"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                      "mock imitates the convenience store; http(s)://… is a real one."),
            .accepted = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                          "Write mock, or http:// or https:// with a host, without ? and #."),
            .apart = passwordOf(QT_TRANSLATE_NOOP("seonchak::SettingWords", "Store password"))};
}

Option partnerTimeoutMsRow()
{
    return numberRow(
        {.name = u"store-timeout-ms"_s,
         .valueName = u"N"_s,
         .defaultText = u"2000"_s,
         .help = u"after it the outcome is unknown"_s,
         .explanation = u"Milliseconds, %1, after which the outcome of a call to the store is unknown and is "
                        "asked for later."_s,
         .range = {1, 600'000},
         .page = {"store", Kind::Number},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Time limit"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "After it nobody knows what the store did, and the coupon is in doubt. With its unit: "
             "500 ms, 2 s; a number alone is milliseconds.")},
        [](Settings &to, qint64 n) { to.sale.partner.timeoutMs = int(n); });
}

Option partnerFailureRateRow()
{
    return {.name = u"store-failure-rate"_s,
            .valueName = u"P"_s,
            .defaultText = u"0.1"_s,
            .help = u"mock only: share of calls refused, 0 to 1"_s,
            .explanation = u"Mock only: the share of calls that are refused, 0 to 1."_s,
            .read = option::share([](Settings &to, double p) { to.sale.partner.failureRate = p; }),
            .page = {"store", Kind::Share},
            .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: share refused"),
            .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords", "0 % refuses none, 100 % refuses all.")};
}

Option partnerUnknownRateRow()
{
    return {
        .name = u"store-unknown-rate"_s,
        .valueName = u"P"_s,
        .defaultText = u"0"_s,
        .help = u"mock only: share of calls whose answer is lost, 0 to 1"_s,
        .explanation =
            u"Mock only: the share of calls, 0 to 1, that are carried out or not but whose answer is lost."_s,
        .read = option::share([](Settings &to, double p) { to.sale.partner.unknownRate = p; }),
        .page = {"store", Kind::Share},
        .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: share without an answer"),
        .hint = QT_TRANSLATE_NOOP(
            "seonchak::SettingWords",
            "Percent of the calls that may or may not be carried out, and whose answer is lost.")};
}

Option partnerLatencyMsRow()
{
    return numberRow(
        {.name = u"store-latency-ms"_s,
         .valueName = u"N"_s,
         .defaultText = u"0"_s,
         .help = u"mock only"_s,
         .explanation = u"Mock only: milliseconds that a call takes, %1."_s,
         .range = {0, 600'000},
         .page = {"store", Kind::Number},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: time taken"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "How long the mock takes for each answer: 500 ms, 2 s; a number alone is milliseconds.")},
        [](Settings &to, qint64 n) { to.sale.partner.latencyMs = int(n); });
}

Option partnerSeedRow()
{
    return numberRow(
        {.name = u"store-seed"_s,
         .valueName = u"N"_s,
         .defaultText = u"random, printed"_s,
         .help = u"mock only: same seed, same fate"_s,
         .explanation = u"Mock only: the same seed means the same fate for the same sequence of calls."_s,
         .example = u"7"_s,
         .range = {0, std::numeric_limits<qint64>::max()},
         .page = {"store", Kind::Number, true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: seed"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "The same seed, the same fate for the same calls. Empty: another one at each start."),
         .placeholder = QT_TRANSLATE_NOOP("seonchak::SettingWords", "another one at each start")},
        [](Settings &to, qint64 n) { to.sale.partner.seed = quint64(n); });
}

} // namespace

QList<Option> storageOptions()
{
    return {redisRow(), keyPrefixRow(), foreignKeysRow(), databaseRow()};
}

QList<Option> partnerOptions()
{
    return {partnerRow(), partnerTimeoutMsRow()};
}

QList<Option> mockOptions()
{
    return {partnerFailureRateRow(), partnerUnknownRateRow(), partnerLatencyMsRow(), partnerSeedRow()};
}

} // namespace seonchak
