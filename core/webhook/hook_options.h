// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace seonchak {

/// Which receivers get which events by webhooks.
struct HookOptions
{
    QStringList urls;          ///< the receivers, each as in the outbox
    QList<QByteArray> keys;    ///< the signing keys, newest first; never empty if there is a receiver
    QStringList events;        ///< empty: all except coupon.issued
    bool allowOwn = false;     ///< a receiver may be this server
    bool allowPrivate = false; ///< a receiver may be in a private network, or on this machine

    [[nodiscard]] bool wants(const QString &event) const;
    /// The receivers of this event; empty if the event is not selected.
    [[nodiscard]] QStringList receiversOf(const QString &event) const;
};

/// All event names.
const QStringList &hookEvents();
inline const QString issuedHook = QStringLiteral("coupon.issued");

/// BadInput if it is not an http or https URL, or has user info: the signature authenticates the caller.
Result<QUrl> parseHookUrl(const QString &text);
/// The keys in a file of lines "whsec_" + base64 of 24 to 64 bytes. BadInput says what is wrong, without the
/// secret.
Result<QList<QByteArray>> parseHookSecrets(const QByteArray &text);
/// An address of a private network, of this machine, or of no network at all (RFC 6890).
bool isPrivateAddress(const QHostAddress &address);
/// For display: without the values of its query, which may be secret.
QString shownHookUrl(const QString &url);

} // namespace seonchak
