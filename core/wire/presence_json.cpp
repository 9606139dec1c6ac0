// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/presence_json.h"

#include "core/wire/json_tools.h"

#include <algorithm>

namespace seonchak::json {

namespace {

QJsonObject oneDesk(const DeskPresence &desk)
{
    QJsonArray doubts;
    for (const OpenedDoubt &open : desk.doubts)
        doubts.append(QJsonObject{{QStringLiteral("reservation"), QString::number(open.reservation)},
                                  {QStringLiteral("since"), timeValue(open.since)}});
    return {{QStringLiteral("id"), desk.id},
            {QStringLiteral("name"), desk.name},
            {QStringLiteral("role"), desk.role},
            {QStringLiteral("from"), desk.from},
            {QStringLiteral("since"), timeValue(desk.since)},
            {QStringLiteral("doubts"), doubts}};
}

DeskPresence deskOf(const QJsonObject &object)
{
    DeskPresence desk;
    desk.id = textAt(object, QLatin1String("id"));
    desk.name = textAt(object, QLatin1String("name"));
    desk.role = textAt(object, QLatin1String("role"));
    desk.from = textAt(object, QLatin1String("from"));
    desk.since = timeAt(object, QLatin1String("since"));
    for (const auto &one : object.value(QLatin1String("doubts")).toArray()) {
        const QJsonObject open = one.toObject();
        desk.doubts.append(
            {textAt(open, QLatin1String("reservation")).toLongLong(), timeAt(open, QLatin1String("since"))});
    }
    return desk;
}

std::unexpected<Error> badTold(const QString &detail)
{
    return failure(Trouble::BadInput, detail);
}

} // namespace

QJsonObject presence(const DesksPresent &present)
{
    QJsonArray desks;
    for (const DeskPresence &desk : present.desks)
        desks.append(oneDesk(desk));
    return {{QStringLiteral("desks"), desks}, {QStringLiteral("more"), present.more}};
}

DesksPresent readPresence(const QJsonObject &object)
{
    DesksPresent present;
    for (const auto &one : object.value(QLatin1String("desks")).toArray())
        present.desks.append(deskOf(one.toObject()));
    present.more = numberAt(object, QLatin1String("more"));
    return present;
}

QByteArray deskTold(const DeskTold &told)
{
    QJsonArray doubts;
    for (const qint64 reservation : told.doubts)
        doubts.append(QString::number(reservation));
    return compact({{QStringLiteral("desk"), told.id}, {QStringLiteral("doubts"), doubts}});
}

bool isDeskId(QByteArrayView text)
{
    constexpr qsizetype longest = 64;
    return !text.isEmpty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

Result<DeskTold> readDeskTold(const QJsonObject &object)
{
    DeskTold told;
    told.id = textAt(object, QLatin1String("desk"));
    const QJsonValue doubts = object.value(QLatin1String("doubts"));
    if (object.size() != 2 || !isDeskId(told.id.toUtf8()) || !doubts.isArray() ||
        doubts.toArray().size() > mostOpened)
        return badTold(QStringLiteral("the body must be {\"desk\":\"…\",\"doubts\":[…]}, the desk 1 to 64 "
                                      "letters, digits or hyphens, with at most %1 doubts")
                           .arg(mostOpened));
    for (const auto &one : doubts.toArray()) {
        const auto reservation = parseId(one.toString().toUtf8());
        if (!reservation)
            return badTold(QStringLiteral("a reservation must be a positive integer, as text"));
        told.doubts.append(*reservation);
    }
    return told;
}

} // namespace seonchak::json
