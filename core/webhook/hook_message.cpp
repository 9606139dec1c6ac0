// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_message.h"

#include "core/coupon/utc_text.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace seonchak {

namespace {
constexpr qsizetype idLength = 32;
constexpr qint64 msPerSecond = 1000;
} // namespace

QByteArray hookId(const QByteArray &book, const QString &occurrence)
{
    const QByteArray whole = book + '\n' + occurrence.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256);
    return "msg_" + hash.toHex().left(idLength);
}

QByteArray hookBody(const HookEvent &event)
{
    return "{\"type\":\"" + event.type.toUtf8() + "\",\"timestamp\":\"" + utcText(event.at) +
           "\",\"data\":" + event.data + '}';
}

QByteArray hookSignature(const QList<QByteArray> &keys, const QByteArray &id, qint64 timestamp,
                         const QByteArray &body)
{
    const QByteArray content = id + '.' + QByteArray::number(timestamp) + '.' + body;
    QByteArray signature;
    for (const QByteArray &key : keys) {
        if (!signature.isEmpty())
            signature += ' ';
        signature +=
            "v1," + QMessageAuthenticationCode::hash(content, key, QCryptographicHash::Sha256).toBase64();
    }
    return signature;
}

HookMessage hookMessage(const QByteArray &book, const HookEvent &event, const QList<QByteArray> &keys,
                        WallMs now)
{
    HookMessage message;
    message.id = hookId(book, event.occurrence);
    message.timestamp = now / msPerSecond;
    message.body = hookBody(event);
    message.signature = hookSignature(keys, message.id, message.timestamp, message.body);
    return message;
}

} // namespace seonchak
