// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/setting_rows.h"
#include "tests/ui/fake_settings.h"

namespace seonchak {

/// As on a desk in its middle: every option there is, a few of them set.
inline QList<SettingRow> everyKindOfRow()
{
    static const QHash<QString, const char *> set{
        {QStringLiteral("sale-name"), "Autumn"},
        {QStringLiteral("workers"), "4"},
        {QStringLiteral("redis"), "redis://shop@10.0.0.7:6379/0"},
        {QStringLiteral("database"), "postgresql://shop@10.0.0.8:5432/coupons"},
    };
    QList<SettingRow> rows = settingRows({}, {}, {}, {});
    for (auto &one : rows) {
        if (set.contains(one.key))
            one.value = one.running = one.defaultText = QLatin1String(set.value(one.key));
    }
    return rows;
}

} // namespace seonchak
