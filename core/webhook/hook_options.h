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

/// Who is told what by webhooks.
struct HookOptions
{
    QStringList urls;       ///< the receivers, each as it stands in the outbox
    QList<QByteArray> keys; ///< what is signed with, the newest first; never empty where there is a receiver
    QStringList events;     ///< empty: all but coupon.issued
    bool allowOwn = false;  ///< a receiver may be this server
    bool allowPrivate = false; ///< a receiver may be in a private network, or on this machine

    [[nodiscard]] bool wants(const QString &event) const;
    /// Whom this event is told; nobody where it is not wanted.
    [[nodiscard]] QStringList receiversOf(const QString &event) const;
};

/// All there are.
const QStringList &hookEvents();
inline const QString issuedHook = QStringLiteral("coupon.issued");

/// BadInput where it is no http or https URL, or has user info: the signature says who calls.
Result<QUrl> parseHookUrl(const QString &text);
/// The keys in a file of lines "whsec_" + base64 of 24 to 64 bytes. BadInput says what is wrong, without the
/// secret.
Result<QList<QByteArray>> parseHookSecrets(const QByteArray &text);
/// An address of a private network, of this machine, or of no network at all (RFC 6890).
bool isPrivateAddress(const QHostAddress &address);
/// For lists: without the values of its query, which may be a secret.
QString shownHookUrl(const QString &url);

} // namespace seonchak
