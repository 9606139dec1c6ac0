// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <memory>

namespace seonchak::dossier {

/// How users appear in a dossier: by their numbers, or by keyed hashes, which cannot be traced back without
/// the key. One thread at a time. A pseudonym is "p-" and the first 32 digits of the HMAC-SHA256 of the
/// number's decimal digits.
class UserNames
{
public:
    /// Shows numbers unchanged.
    UserNames() = default;
    explicit UserNames(const QByteArray &key);
    /// A new random key, written to a file that only its owner may read. Conflict if the file exists already.
    static Result<UserNames> withNewKey(const QString &keyFile);

    [[nodiscard]] bool areHidden() const { return m_hash != nullptr; }
    [[nodiscard]] QByteArray of(UserId user) const;
    /// Applies the same to users in our own sentences: "user 42", "…:user:coupon:42", "userId":42.
    [[nodiscard]] QString in(const QString &text) const;

private:
    // Our own HMAC, since there are millions: QMessageAuthenticationCode takes more than twice as long.
    QByteArray m_inner; ///< the key with the pads of RFC 2104
    QByteArray m_outer;
    std::unique_ptr<QCryptographicHash> m_hash;
};

} // namespace seonchak::dossier
