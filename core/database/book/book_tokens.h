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
    None,     ///< of a newer program: nothing
    Issuer,   ///< issues coupons and nothing else
    Viewer,   ///< looks
    Operator, ///< looks, fills the stock, pauses, settles
    Admin,    ///< everything
};

QString roleName(Role role);
/// None where there is no such role.
Role roleFromName(const QString &name);
/// In the order in which they are explained.
QStringList roleNames();

/// A named token as the book has it: whoever reads the book cannot use it.
struct TokenRow
{
    QString name;
    Role role = Role::None;
    QByteArray hash; ///< SHA-256, 32 bytes
    WallMs createdAt = 0;
    WallMs lastUsed = 0; ///< 0: never

    bool operator==(const TokenRow &) const = default;
};

/// What the book keeps of a token.
QByteArray tokenHash(const QByteArray &token);
/// A token that nobody can guess: visible ASCII, the same beginning for all, by which scanners find lost
/// ones.
QByteArray freshToken();
/// The name in its one form (NFC). BadInput says why it is none: the trail has to be able to show it.
Result<QString> tokenName(const QString &given);

/// Whether a book has a token, asked before anything is open. Blocks, and makes and changes nothing.
enum class TokensFound { Some, None, Unknown };
TokensFound lookForTokens(const DatabaseUrl &url);

namespace book {

constexpr int tokensMost = 1000;
constexpr qsizetype tokenNameMost = 64;

/// By name.
Result<QList<TokenRow>> tokens(Session &session);
/// Conflict: the name is taken, whatever its case. BadInput: there are too many.
Result<void> addToken(Session &session, const TokenRow &row);
/// NotFound: there is none of that name.
Result<void> revokeToken(Session &session, const QString &name);
Result<void> noteTokenUse(Session &session, const QByteArray &hash, WallMs at);

} // namespace book

} // namespace seonchak
