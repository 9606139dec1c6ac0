// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace seonchak {

class Session;

/// What a token's holder may do over REST.
enum class Role {
    None,     ///< a role of a newer program: no rights
    Issuer,   ///< issues coupons and nothing else
    Viewer,   ///< reads
    Operator, ///< reads, fills the stock, pauses, settles
    Admin,    ///< everything
};

QString roleName(Role role);
/// None if there is no such role.
Role roleFromName(const QString &name);
/// In the order in which the texts explain them.
QStringList roleNames();

/// A named token as stored in the book: reading the book does not reveal the token.
struct TokenRow
{
    QString name;
    Role role = Role::None;
    QByteArray hash; ///< SHA-256, 32 bytes
    WallMs createdAt = 0;
    WallMs lastUsed = 0; ///< 0: never

    bool operator==(const TokenRow &) const = default;
};

/// What the book stores of a token.
QByteArray tokenHash(const QByteArray &token);
/// A token that cannot be guessed: visible ASCII with a fixed prefix, by which scanners find leaked ones.
QByteArray freshToken();
/// The name in canonical form (NFC). BadInput says why it is invalid: the trail must be able to show it.
Result<QString> tokenName(const QString &given);

/// Whether a book has a token, checked before anything is open. Blocks, and changes nothing.
enum class TokensFound { Some, None, Unknown };
TokensFound lookForTokens(const DatabaseUrl &url);

namespace book {

constexpr int tokensMost = 1000;
constexpr qsizetype tokenNameMost = 64;

/// Ordered by name.
Result<QList<TokenRow>> tokens(Session &session);
/// Conflict: the name is taken, ignoring case. BadInput: there are too many tokens.
Result<void> addToken(Session &session, const TokenRow &row);
/// NotFound: no token has that name.
Result<void> revokeToken(Session &session, const QString &name);
Result<void> noteTokenUse(Session &session, const QByteArray &hash, WallMs at);

} // namespace book

} // namespace seonchak
