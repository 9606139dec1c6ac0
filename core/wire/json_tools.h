// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <optional>

/// Helpers of all writers and readers of our JSON. A reader of answers skips what is missing or unknown: the
/// server may have another version.
namespace seonchak::json {

/// A JSON text literal.
void appendText(QByteArray &out, QByteArrayView text);
[[nodiscard]] QByteArray compact(const QJsonObject &object);

/// Null for 0 and for nullopt.
[[nodiscard]] QJsonValue timeValue(WallMs ms);
[[nodiscard]] QJsonValue timeValue(const std::optional<WallMs> &ms);
[[nodiscard]] QJsonValue numberValue(const std::optional<qint64> &number);
/// The id as text, for readers whose numbers end at 2^53.
[[nodiscard]] QJsonValue idText(const std::optional<qint64> &id);

/// Internal if the text is not a JSON object.
[[nodiscard]] Result<QJsonObject> objectOf(const QByteArray &text);
[[nodiscard]] QString textAt(const QJsonObject &object, QLatin1String key);
[[nodiscard]] QByteArray bytesAt(const QJsonObject &object, QLatin1String key);
[[nodiscard]] qint64 numberAt(const QJsonObject &object, QLatin1String key, qint64 missing = 0);
[[nodiscard]] std::optional<qint64> maybeNumberAt(const QJsonObject &object, QLatin1String key);
[[nodiscard]] WallMs timeAt(const QJsonObject &object, QLatin1String key);
[[nodiscard]] std::optional<WallMs> maybeTimeAt(const QJsonObject &object, QLatin1String key);

/// The index of a name in a list of names; nullopt for one of a later version.
template <std::size_t Size>
[[nodiscard]] std::optional<std::size_t> placeOf(const std::array<const char *, Size> &names,
                                                 const QString &name)
{
    for (std::size_t place = 0; place < Size; ++place) {
        if (name == QLatin1String(names[place]))
            return place;
    }
    return std::nullopt;
}

} // namespace seonchak::json
