// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/administration.h"

#include <QByteArray>

/// The JSON of orders for long acts, and of their results.
namespace seonchak::json {

QByteArray generateOrder(const GenerateOrder &order);
QByteArray generated(const Generated &generated);
Result<Generated> readGenerated(const QByteArray &text);
QByteArray pushed(const Pushed &pushed);
Result<Pushed> readPushed(const QByteArray &text);

/// [{"code":"A"},…], the format for adding and looking up.
QByteArray codes(const QList<QByteArray> &codes);
/// {"codes":["A",…]}
QByteArray existing(const QList<QByteArray> &codes);
Result<QList<QByteArray>> readExisting(const QByteArray &text);

/// {"ids":[1,…]}
QByteArray chosen(const QList<CouponId> &ids);
QByteArray voidedChosen(const VoidedChosen &voided);
Result<VoidedChosen> readVoidedChosen(const QByteArray &text);
QByteArray voided(qint64 count);
Result<qint64> readVoided(const QByteArray &text);

QByteArray cutActs(const QList<CutAct> &acts);
Result<QList<CutAct>> readCutActs(const QByteArray &text);
/// "finish", "keep", "void": the last part of the path of the decision.
const char *cutChoiceName(CutChoice choice);
/// How many coupons an interrupted act has made after the decision.
QByteArray cutSettled(qint64 coupons);
Result<qint64> readCutSettled(const QByteArray &text);

} // namespace seonchak::json
