// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/turns.h"

#include "core/database/book/hook_rows.h"

#include <vector>

namespace seonchak::turns {

namespace {

const QString saleName = QStringLiteral("sale");
const QString raisedWord = QStringLiteral("raised");
const QString endedWord = QStringLiteral("ended");

bool isBefore(const QString &value)
{
    return value == QLatin1String(SaleTurn::preparing) || value == QLatin1String(SaleTurn::planned);
}

/// The events of a change of the sale's standing. `serial` is the change's.
std::vector<HookEvent> eventsOf(const QString &from, const SaleTurn &turn, qint64 serial)
{
    std::vector<HookEvent> events;
    const auto add = [&](const char *type, const QString &mark, const QByteArray &data) {
        const QString name = QString::fromLatin1(type);
        events.push_back({name, name + QLatin1Char(':') + mark, turn.at, data});
    };
    const QByteArray times = "{\"times\":" + QByteArray::number(turn.timesMark) + '}';
    const QString byTimes = turn.timesMark > 0 ? QStringLiteral("times-%1").arg(turn.timesMark)
                                               : QStringLiteral("turn-%1").arg(serial);
    const bool isOver = turn.to == QLatin1String(SaleTurn::closed);
    const bool wasShut = isBefore(from) || from == QLatin1String(SaleTurn::closed);
    if (wasShut && !isOver && !isBefore(turn.to))
        add("sale.opened", byTimes, times);
    if (turn.to == QLatin1String(SaleTurn::soldOut))
        add("sale.sold-out", QStringLiteral("filling-%1").arg(turn.filling),
            "{\"filling\":" + QByteArray::number(turn.filling) + '}');
    if (isOver)
        add("sale.closed", byTimes, times);
    return events;
}

Result<void> tellAll(Session &session, const std::vector<HookEvent> &events, const HookOptions &hooks)
{
    for (const HookEvent &event : events) {
        const std::vector<HookEvent> one{event};
        if (const auto told = book::tellHooks(session, hooks.receiversOf(event.type), one); !told)
            return told;
    }
    return {};
}

} // namespace

Result<Standing> turnSale(Session &session, const SaleTurn &turn, const HookOptions &hooks)
{
    const auto seen = book::standing(session, saleName);
    if (!seen)
        return std::unexpected(seen.error());
    if (*seen && (*seen)->value == turn.to)
        return **seen;
    const auto turned = book::turnStanding(session, saleName, *seen, turn.to, turn.at);
    if (!turned)
        return std::unexpected(turned.error());
    const qint64 serial = *seen ? (*seen)->serial + 1 : 1;
    // The first look at a previously used book reports nothing.
    if (*turned && *seen) {
        const auto told = tellAll(session, eventsOf((*seen)->value, turn, serial), hooks);
        if (!told)
            return std::unexpected(told.error());
    }
    return Standing{turn.to, serial};
}

QString standingName(const AlarmTurn &turn)
{
    const QString name = QStringLiteral("alarm.") + alarmName(turn.alarm);
    return turn.scope.isEmpty() ? name : name + QLatin1Char('@') + turn.scope;
}

Result<Standing> turnAlarm(Session &session, const AlarmTurn &turn, const HookOptions &hooks)
{
    const QString name = standingName(turn);
    const QString to = turn.raised ? raisedWord : endedWord;
    const auto seen = book::standing(session, name);
    if (!seen)
        return std::unexpected(seen.error());
    if (*seen ? (*seen)->value == to : !turn.raised)
        return seen->value_or(Standing{endedWord, 0});
    const auto turned = book::turnStanding(session, name, *seen, to, turn.at);
    if (!turned)
        return std::unexpected(turned.error());
    const Standing now{to, *seen ? (*seen)->serial + 1 : 1};
    if (*turned) {
        const QString type = QStringLiteral("alarm.") + alarmName(turn.alarm);
        QByteArray data = "{\"state\":\"" + to.toLatin1() + "\",\"serial\":" + QByteArray::number(now.serial);
        if (!turn.scope.isEmpty())
            data += ",\"server\":\"" + turn.scope.toLatin1() + '"';
        const HookEvent event{type, QStringLiteral("%1:%2").arg(name).arg(now.serial), turn.at, data + '}'};
        if (const auto told = tellAll(session, {event}, hooks); !told)
            return std::unexpected(told.error());
    }
    return now;
}

} // namespace seonchak::turns
