// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/act_json.h"

#include "core/wire/json_tools.h"

namespace seonchak::json {

namespace {

Result<qint64> readCount(const QByteArray &text, QLatin1String key)
{
    const auto object = objectOf(text);
    return object ? Result<qint64>(numberAt(*object, key)) : std::unexpected(object.error());
}

} // namespace

QByteArray generateOrder(const GenerateOrder &order)
{
    return compact({{QStringLiteral("count"), order.count},
                    {QStringLiteral("prefix"), QString::fromUtf8(order.prefix)},
                    {QStringLiteral("length"), order.length}});
}

QByteArray generated(const Generated &generated)
{
    return compact(
        {{QStringLiteral("generated"), generated.generated}, {QStringLiteral("pushed"), generated.pushed}});
}

Result<Generated> readGenerated(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    return Generated{numberAt(*object, QLatin1String("generated")),
                     numberAt(*object, QLatin1String("pushed"))};
}

QByteArray pushed(const Pushed &pushed)
{
    return compact(
        {{QStringLiteral("pushed"), pushed.pushed}, {QStringLiteral("available"), pushed.available}});
}

Result<Pushed> readPushed(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    return Pushed{numberAt(*object, QLatin1String("pushed")), numberAt(*object, QLatin1String("available"))};
}

QByteArray codes(const QList<QByteArray> &codes)
{
    QByteArray body = "[";
    for (const auto &code : codes) {
        if (body.size() > 1)
            body += ',';
        body += compact({{QStringLiteral("code"), QString::fromUtf8(code)}});
    }
    return body + ']';
}

QByteArray existing(const QList<QByteArray> &codes)
{
    QJsonArray array;
    for (const auto &code : codes)
        array.append(QString::fromUtf8(code));
    return compact({{QStringLiteral("codes"), array}});
}

Result<QList<QByteArray>> readExisting(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    QList<QByteArray> codes;
    for (const auto &code : object->value(QLatin1String("codes")).toArray())
        codes.append(code.toString().toUtf8());
    return codes;
}

QByteArray chosen(const QList<CouponId> &ids)
{
    QJsonArray array;
    for (const CouponId id : ids)
        array.append(id);
    return compact({{QStringLiteral("ids"), array}});
}

QByteArray voidedChosen(const VoidedChosen &voided)
{
    QJsonObject kept;
    for (auto one = voided.kept.begin(); one != voided.kept.end(); ++one)
        kept.insert(QString::fromLatin1(statusName(one.key())), one.value());
    return compact({{QStringLiteral("voided"), voided.voided},
                    {QStringLiteral("kept"), kept},
                    {QStringLiteral("unknown"), voided.unknown},
                    {QStringLiteral("notReached"), voided.notReached}});
}

Result<VoidedChosen> readVoidedChosen(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    VoidedChosen voided;
    voided.voided = numberAt(*object, QLatin1String("voided"));
    voided.unknown = numberAt(*object, QLatin1String("unknown"));
    voided.notReached = numberAt(*object, QLatin1String("notReached"));
    const QJsonObject kept = object->value(QLatin1String("kept")).toObject();
    for (auto one = kept.begin(); one != kept.end(); ++one) {
        if (const auto status = statusFromName(one.key().toLatin1()))
            voided.kept.insert(*status, one.value().toInteger());
    }
    return voided;
}

QByteArray voided(qint64 count)
{
    return compact({{QStringLiteral("voided"), count}});
}

Result<qint64> readVoided(const QByteArray &text)
{
    return readCount(text, QLatin1String("voided"));
}

QByteArray cutActs(const QList<CutAct> &acts)
{
    QJsonArray items;
    for (const auto &act : acts) {
        items.append(QJsonObject{{QStringLiteral("id"), act.id},
                                 {QStringLiteral("actor"), act.actor},
                                 {QStringLiteral("action"), act.action},
                                 {QStringLiteral("detail"), act.detail},
                                 {QStringLiteral("made"), act.made},
                                 {QStringLiteral("total"), act.total},
                                 {QStringLiteral("begunAt"), timeValue(act.begunAt)}});
    }
    return compact({{QStringLiteral("items"), items}});
}

Result<QList<CutAct>> readCutActs(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    QList<CutAct> acts;
    for (const auto &item : object->value(QLatin1String("items")).toArray()) {
        const QJsonObject act = item.toObject();
        acts.append({textAt(act, QLatin1String("id")), textAt(act, QLatin1String("actor")),
                     textAt(act, QLatin1String("action")), textAt(act, QLatin1String("detail")),
                     numberAt(act, QLatin1String("made")), numberAt(act, QLatin1String("total")),
                     timeAt(act, QLatin1String("begunAt"))});
    }
    return acts;
}

const char *cutChoiceName(CutChoice choice)
{
    return choice == CutChoice::Finish ? "finish" : choice == CutChoice::Keep ? "keep" : "void";
}

QByteArray cutSettled(qint64 coupons)
{
    return compact({{QStringLiteral("coupons"), coupons}});
}

Result<qint64> readCutSettled(const QByteArray &text)
{
    return readCount(text, QLatin1String("coupons"));
}

} // namespace seonchak::json
