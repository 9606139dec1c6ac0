// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/hook_rows.h"

#include <QByteArray>
#include <QList>

namespace seonchak {

/// A message in the format of Standard Webhooks (https://www.standardwebhooks.com): the same id and body at
/// each try, with the try's own time and signature.
struct HookMessage
{
    QByteArray id;
    qint64 timestamp = 0; ///< seconds since the epoch
    QByteArray signature; ///< "v1,…", one for each key, separated by blanks
    QByteArray body;
};

/// The same for every try, and unique to this event of this book.
QByteArray hookId(const QByteArray &book, const QString &occurrence);
QByteArray hookBody(const HookEvent &event);
QByteArray hookSignature(const QList<QByteArray> &keys, const QByteArray &id, qint64 timestamp,
                         const QByteArray &body);
HookMessage hookMessage(const QByteArray &book, const HookEvent &event, const QList<QByteArray> &keys,
                        WallMs now);

} // namespace seonchak
