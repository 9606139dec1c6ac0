// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/generate_note.h"

#include "core/database/book/coupon_book.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace seonchak {

namespace {

const QString countKey = QStringLiteral("count");
const QString prefixKey = QStringLiteral("prefix");
const QString lengthKey = QStringLiteral("length");
const QString pushKey = QStringLiteral("push");
const QString spansKey = QStringLiteral("spans");

} // namespace

void GenerateNote::join(const book::IdSpan &made)
{
    if (!spans.empty() && spans.back().batch == made.batch && spans.back().last + 1 == made.first)
        spans.back().last = made.last;
    else
        spans.push_back(made);
}

QByteArray GenerateNote::toBytes() const
{
    QJsonObject note;
    if (order) {
        note[countKey] = order->count;
        note[prefixKey] = QString::fromUtf8(order->prefix);
        note[lengthKey] = order->length;
        note[pushKey] = order->push;
    }
    QJsonArray list;
    for (const auto &one : spans)
        list.append(QJsonArray{one.first, one.last});
    if (!list.isEmpty())
        note[spansKey] = list;
    return QJsonDocument(note).toJson(QJsonDocument::Compact);
}

GenerateNote GenerateNote::parse(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    GenerateNote note;
    if (object.contains(countKey)) {
        GenerateOrder order;
        order.count = object[countKey].toInteger();
        order.prefix = object[prefixKey].toString().toUtf8();
        order.length = object[lengthKey].toInt(order.length);
        order.push = object[pushKey].toBool(false);
        note.order = order;
    }
    for (const auto one : object[spansKey].toArray())
        note.join({one[0].toInteger(), one[1].toInteger(), 0});
    return note;
}

Result<void> GenerateNote::noteMade(Session &session, const QString &act, const QList<QByteArray> &codes,
                                    CouponId above)
{
    if (act.isEmpty())
        return {};
    const auto known = book::readAct(session, act);
    if (!known)
        return std::unexpected(known.error());
    const auto fresh = book::spansOf(session, codes, above);
    if (!fresh)
        return std::unexpected(fresh.error());
    GenerateNote note = parse(known->note);
    for (const auto &one : *fresh)
        note.join(one);
    return book::noteAct(session, act, note.toBytes());
}

} // namespace seonchak
