// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_units.h"

#include <QHash>
#include <QRegularExpression>

namespace seonchak {

namespace {

struct Quantity
{
    double value = 0;
    QString unit; ///< in small letters; empty: none was typed
    bool isOne = false;
};

Quantity quantityIn(const QString &typed)
{
    static const QRegularExpression form(
        QStringLiteral("^([+-]?[0-9]{1,12}(?:[.,][0-9]{1,12})?)\\s*(\\D{0,12})$"));
    const auto match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return {};
    const QString number = match.captured(1).replace(QLatin1Char(','), QLatin1Char('.'));
    return {number.toDouble(), match.captured(2).trimmed().toLower(), true};
}

/// Milliseconds in one of these; 0: unknown.
double factorOf(const QString &unit)
{
    static const QHash<QString, double> factors{
        {QString(), 1},
        {QStringLiteral("ms"), 1},
        {QStringLiteral("s"), 1000},
        {QStringLiteral("sec"), 1000},
        {QStringLiteral("min"), 60'000},
        {QString::fromUtf8("밀리초"), 1},
        {QString::fromUtf8("초"), 1000},
        {QString::fromUtf8("분"), 60'000},
    };
    return factors.value(unit, 0);
}

QString plain(double value)
{
    constexpr int digits = 12;
    return QString::number(value, 'g', digits);
}

} // namespace

bool SettingUnits::isTime(const SettingRow &row)
{
    return row.kind == SettingRow::Kind::Number && row.key.endsWith(QLatin1String("-ms"));
}

QString SettingUnits::time(qint64 milliseconds)
{
    constexpr qint64 second = 1000;
    return milliseconds >= second && milliseconds % second == 0
               ? tr("%1 s", "seconds, in a field").arg(milliseconds / second)
               : tr("%1 ms", "milliseconds, in a field").arg(milliseconds);
}

QString SettingUnits::shown(const SettingRow &row, const QString &text)
{
    bool isNumber = false;
    if (row.kind == SettingRow::Kind::Share) {
        const double share = text.toDouble(&isNumber);
        return isNumber ? QStringLiteral("%1 %").arg(plain(share * 100)) : text;
    }
    if (!isTime(row))
        return text;
    const qint64 milliseconds = text.toLongLong(&isNumber);
    return isNumber ? time(milliseconds) : text;
}

QString SettingUnits::meant(const SettingRow &row, const QString &typed)
{
    const bool isShare = row.kind == SettingRow::Kind::Share;
    if (!isShare && !isTime(row))
        return typed;
    const auto quantity = quantityIn(typed);
    if (!quantity.isOne)
        return typed;
    if (isShare)
        return quantity.unit.isEmpty() || quantity.unit == QLatin1String("%") ? plain(quantity.value / 100)
                                                                              : typed;
    const double factor = factorOf(quantity.unit);
    return factor > 0 ? QString::number(quantity.value * factor, 'g', 15) : typed;
}

} // namespace seonchak
