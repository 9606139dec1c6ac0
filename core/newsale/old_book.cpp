// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newsale/old_book.h"

#include "core/database/book/book_audit.h"
#include "core/database/book/row_names.h"
#include "core/database/engine/rows.h"

namespace seonchak::newsale {

namespace {

using book::operator""_sql;

const QString newSaleAction = QStringLiteral("new-sale");

/// Copies it including its last use.
Result<void> keepToken(Session &session, const TokenRow &token)
{
    return withoutCount(affected(
        session,
        QStringLiteral("INSERT INTO token (hash, name, role, created_at, last_used) VALUES (?, ?, ?, ?, ?)"),
        {QString::fromLatin1(token.hash.toHex()), token.name, roleName(token.role), token.createdAt,
         token.lastUsed}));
}

} // namespace

Result<Figures> figuresOf(Session &session)
{
    Figures figures;
    const std::pair<qint64 *, QString> asked[] = {
        {&figures.coupons, QStringLiteral("SELECT count(*) FROM coupon")},
        {&figures.issued, QStringLiteral("SELECT count(*) FROM issue")},
        {&figures.left, "SELECT count(*) FROM coupon WHERE status = {Voided}"_sql},
        {&figures.doubts, QStringLiteral("SELECT count(*) FROM doubt")},
        {&figures.hooksWaiting, "SELECT count(*) FROM webhook WHERE state = {webhook.Waiting}"_sql},
    };
    for (const auto &[figure, sql] : asked) {
        const auto count = number(session, sql);
        if (!count)
            return std::unexpected(count.error());
        *figure = *count;
    }
    figures.left = figures.coupons - figures.issued - figures.doubts - figures.left;
    return figures;
}

Result<void> mayEnd(const Figures &figures)
{
    if (figures.doubts == 0)
        return {};
    const QString open = figures.doubts == 1 ? QStringLiteral("1 coupon is in doubt")
                                             : QStringLiteral("%1 coupons are in doubt").arg(figures.doubts);
    return failure(Trouble::Conflict,
                   open + QStringLiteral(": how that ends belongs to this sale. Start the server, settle "
                                         "what is in doubt, then begin the new sale"),
                   {doubtsOpen});
}

Result<void> noteEnd(Session &old, const Turn &turn, const Figures &figures)
{
    return book::writeAudit(old, {0, turn.at, turn.actor, newSaleAction,
                                  QStringLiteral("this book is kept as %1").arg(turn.name),
                                  QStringLiteral("begun: %1 coupons, %2 issued, %3 left")
                                      .arg(figures.coupons)
                                      .arg(figures.issued)
                                      .arg(figures.left)});
}

Result<void> noteBeginning(Session &fresh, const Turn &turn, const QList<TokenRow> &tokens)
{
    for (const TokenRow &token : tokens) {
        if (const auto kept = keepToken(fresh, token); !kept)
            return kept;
    }
    return book::writeAudit(fresh, {0, turn.at, turn.actor, newSaleAction,
                                    QStringLiteral("the book before is kept as %1").arg(turn.name),
                                    QStringLiteral("done: %1 tokens taken over").arg(tokens.size())});
}

} // namespace seonchak::newsale
