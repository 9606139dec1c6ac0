// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/stock/add_note.h"

#include <QDataStream>
#include <QIODevice>

namespace seonchak {

QByteArray AddNote::toBytes() const
{
    QByteArray plain;
    QDataStream out(&plain, QIODevice::WriteOnly);
    out << at;
    for (const CouponId id : ids)
        out << id;
    return qCompress(plain, 1);
}

AddNote AddNote::parse(const QByteArray &bytes)
{
    AddNote note;
    const QByteArray plain = qUncompress(bytes);
    QDataStream in(plain);
    in >> note.at;
    while (!in.atEnd()) {
        CouponId id = 0;
        in >> id;
        note.ids.push_back(id);
    }
    return note;
}

} // namespace seonchak
