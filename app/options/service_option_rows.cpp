// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/service_option_rows.h"

#include "app/options/option_readers.h"

#include <limits>

namespace seonchak {

namespace {

using Kind = Option::Kind;

QString word(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

QList<Option> storageOptions()
{
    return {
        {.name = word("redis"),
         .valueName = word("URL"),
         .defaultText = word("private"),
         .help = word("private, redis[s]://[user:pass@]host:port[/db], unix:///path[?db=n], sentinel://…, "
                      "cluster://…"),
         .explanation =
             word("Which Redis holds the stock. private starts one of our own, on a Unix socket in "
                  "the data dir. Else "
                  "redis://[user:pass@]host:port[/db], unix:///path[?db=n], "
                  "sentinel://h:p[,h:p…]/master[?db=n], "
                  "cluster://h:p[,h:p…] or, through TLS, "
                  "rediss://[user:pass@]host:port[/db][?ca=FILE&cert=FILE&key=FILE] (from Debian 13 on)."),
         .read = option::redis,
         .page = {"redis", Kind::Url},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Redis address"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "private starts a Redis of its own. Others: redis://host:6379/0, unix:///path, "
             "sentinel://…, cluster://…")},
        {.name = word("key-prefix"),
         .valueName = word("S"),
         .defaultText = word("rudals"),
         .help = word("first part of every key"),
         .explanation = word("The first part of every key in Redis."),
         .read = option::keyPrefix,
         .page = {"redis", Kind::Text},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Key prefix"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "The first part of every key in Redis. Another prefix is another stock.")},
        {.name = word("foreign-keys"),
         .valueName = word("CHOICE"),
         .defaultText = word("refuse"),
         .help = word("another program's keys under our prefix: refuse (exit code 3), adopt or discard them"),
         .explanation =
             word("What happens at the start to keys under our prefix that another program made: "
                  "refuse ends with exit "
                  "code 3 and names them, adopt takes codes and users over, discard deletes them."),
         .read = option::foreignKeys,
         .choices = {word("refuse"), word("adopt"), word("discard")},
         .page = {"redis", Kind::Choice},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Other programs' keys"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "What happens at the start where another program's keys lie under this prefix.")},
        {.name = word("database"),
         .valueName = word("URL"),
         .defaultText = word("sqlite"),
         .help = word("sqlite, sqlite:///path or postgresql://user:pass@host:port/name"),
         .explanation = word(
             "The database that holds the truth: sqlite (a file in the data dir), sqlite:///path or "
             "postgresql://user:pass@host:port/name. A URL of PostgreSQL takes every option of libpq and "
             "several "
             "hosts."),
         .read = option::pathInto(&RawSettings::database),
         .page = {"database", Kind::Url},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Database address"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "sqlite (a file in the data folder), sqlite:///path or postgresql://user@host:5432/name")},
    };
}

QList<Option> storeOptions()
{
    return {
        {.name = word("store"),
         .valueName = word("URL"),
         .defaultText = word("mock"),
         .help = word("the convenience store: mock, or http(s)://… of a real partner"),
         .explanation = word(
             "The convenience store's interface: http://… or https://… of a real partner, or mock, which "
             "is played here and knows no real coupons."),
         .read = option::store,
         .page = {"store", Kind::Url},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Store address"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords",
                                   "mock imitates the convenience store; http(s)://… is a real one.")},
        {.name = word("store-timeout-ms"),
         .valueName = word("N"),
         .defaultText = word("2000"),
         .help = word("after it the outcome is unknown"),
         .explanation = word(
             "Milliseconds, 1 to 600000, after which the outcome of a call to the store is unknown and is "
             "asked for later."),
         .read =
             option::number(1, 600'000, [](Settings &to, qint64 n) { to.sale.partner.timeoutMs = int(n); }),
         .page = {"store", Kind::Number, 1, 600'000},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Time limit"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "After it nobody knows what the store did, and the coupon is in doubt. With its unit: "
             "500 ms, 2 s; a number alone is milliseconds.")},
    };
}

QList<Option> mockOptions()
{
    return {
        {.name = word("store-failure-rate"),
         .valueName = word("P"),
         .defaultText = word("0.1"),
         .help = word("mock only: share of calls refused, 0 to 1"),
         .explanation = word("Mock only: the share of calls that are refused, 0 to 1."),
         .read = option::share([](Settings &to, double p) { to.sale.partner.failureRate = p; }),
         .page = {"store", Kind::Share},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: share refused"),
         .hint = QT_TRANSLATE_NOOP("seonchak::SettingWords", "0 % refuses none, 100 % refuses all.")},
        {.name = word("store-unknown-rate"),
         .valueName = word("P"),
         .defaultText = word("0"),
         .help = word("mock only: share of calls whose answer is lost, 0 to 1"),
         .explanation = word(
             "Mock only: the share of calls, 0 to 1, that are carried out or not but whose answer is lost."),
         .read = option::share([](Settings &to, double p) { to.sale.partner.unknownRate = p; }),
         .page = {"store", Kind::Share},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: share without an answer"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "Percent of the calls that may or may not be carried out, and whose answer is lost.")},
        {.name = word("store-latency-ms"),
         .valueName = word("N"),
         .defaultText = word("0"),
         .help = word("mock only"),
         .explanation = word("Mock only: milliseconds that a call takes, 0 to 600000."),
         .read =
             option::number(0, 600'000, [](Settings &to, qint64 n) { to.sale.partner.latencyMs = int(n); }),
         .page = {"store", Kind::Number, 0, 600'000},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: time taken"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "How long the mock takes for each answer: 500 ms, 2 s; a number alone is milliseconds.")},
        {.name = word("store-seed"),
         .valueName = word("N"),
         .defaultText = word("random, printed"),
         .help = word("mock only: same seed, same fate"),
         .explanation = word("Mock only: the same seed means the same fate for the same sequence of calls."),
         .read = option::number(0, std::numeric_limits<qint64>::max(),
                                [](Settings &to, qint64 n) { to.sale.partner.seed = quint64(n); }),
         .example = word("7"),
         .page = {"store", Kind::Number, 0, std::numeric_limits<qint64>::max(), true},
         .label = QT_TRANSLATE_NOOP("seonchak::SettingWords", "Mock: seed"),
         .hint = QT_TRANSLATE_NOOP(
             "seonchak::SettingWords",
             "The same seed, the same fate for the same calls. Empty: another one at each start.")},
    };
}

} // namespace seonchak
