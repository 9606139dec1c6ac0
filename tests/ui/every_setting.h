// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_settings.h"

namespace seonchak {

/// As on a desk in its middle: something of every kind.
inline QList<SettingRow> everyKindOfRow()
{
    using Kind = SettingRow::Kind;
    const auto row = FakeSettings::row;
    QList<SettingRow> rows{
        row("sale-name", "sale", Kind::Text, "Autumn"),
        row("sale-mode", "sale", Kind::Choice, "test"),
        row("second-person", "sale", Kind::Choice, "off"),
        row("listen", "server", Kind::Text, "127.0.0.1:8080"),
        row("workers", "server", Kind::Number, "4"),
        row("allow-host", "server", Kind::List, ""),
        row("trusted-proxy", "server", Kind::List, ""),
        row("admin-token-file", "server", Kind::Path, ""),
        row("admin-token", "server", Kind::Secret, ""),
        row("require-issuer-token", "server", Kind::Choice, "off"),
        row("desk-socket", "server", Kind::Path, ""),
        row("attach", "server", Kind::Text, ""),
        row("book", "server", Kind::Text, ""),
        row("rate-limit", "server", Kind::Number, "1000"),
        row("issue-rate-limit", "server", Kind::Number, "0"),
        row("data-dir", "server", Kind::Path, ""),
        row("redis", "redis", Kind::Url, "redis://shop@10.0.0.7:6379/0"),
        row("redis-password", "redis", Kind::Secret, ""),
        row("key-prefix", "redis", Kind::Text, "rudals"),
        row("database", "database", Kind::Url, "postgresql://shop@10.0.0.8:5432/coupons"),
        row("database-password", "database", Kind::Secret, ""),
        row("store", "store", Kind::Url, "mock"),
        row("store-password", "store", Kind::Secret, ""),
        row("store-timeout-ms", "store", Kind::Number, "2000"),
        row("store-failure-rate", "store", Kind::Share, "0.1"),
        row("store-unknown-rate", "store", Kind::Share, "0"),
        row("store-latency-ms", "store", Kind::Number, "0"),
        row("store-seed", "store", Kind::Number, ""),
        row("strategy", "strategy", Kind::Choice, "saga"),
        row("alarm", "alarms", Kind::List, ""),
        row("webhook", "alarms", Kind::List, ""),
        row("webhook-secret-file", "alarms", Kind::Path, ""),
        row("webhook-events", "alarms", Kind::List, ""),
        row("webhook-allow-private", "alarms", Kind::Choice, "off"),
        row("webhook-allow-own", "alarms", Kind::Choice, "off"),
        row("log-level", "logs", Kind::Choice, "info"),
        row("log-format", "logs", Kind::Choice, "text"),
    };
    for (auto &one : rows) {
        one.testable = one.kind == Kind::Url;
        one.least = 1;
        one.most = 256;
        if (one.key == QLatin1String("sale-mode"))
            one.choices = {"test", "live"};
        if (one.key == QLatin1String("require-issuer-token") || one.key == QLatin1String("second-person") ||
            one.key.startsWith("webhook-allow"))
            one.choices = {"off", "on"};
        if (one.key == QLatin1String("strategy"))
            one.choices = {"saga", "redis-lpop", "db-pessimistic"};
        if (one.key == QLatin1String("log-level"))
            one.choices = {"debug", "info", "warning", "error"};
        if (one.key == QLatin1String("log-format"))
            one.choices = {"text", "json"};
        QStringList empty{"store-seed",       "data-dir",    "allow-host", "trusted-proxy",
                          "admin-token-file", "desk-socket", "attach",     "book"};
        one.optional |= empty.contains(one.key) || (one.group == "alarms" && one.kind != Kind::Choice);
    }
    return rows;
}

} // namespace seonchak
