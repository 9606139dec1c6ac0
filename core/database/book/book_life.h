// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>

#include <optional>

namespace seonchak {

class Session;

/// One event in a coupon's life.
struct LifeEvent
{
    enum class What {
        Generated,      ///< or added by hand
        Pushed,         ///< into the stock
        Reserved,       ///< for `user`
        PartnerRefused, ///< the partner refused it for `user`
        Restored,       ///< back into the stock
        InDoubt,        ///< the partner did not answer for `user`
        Asked,          ///< the partner was asked again; `detail`: its answer
        Issued,         ///< to `user`
        Edited,         ///< by `actor`; `detail`: the former code
        Voided,         ///< by `actor`
        SetAside,       ///< kept out of stock and from users; `detail`: why
    } what = What::Generated;
    WallMs at = 0;
    std::optional<UserId> user;
    QString actor;  ///< who decided it; empty: the program itself
    QString detail; ///< English, or a code

    bool operator==(const LifeEvent &) const = default;
};

/// One coupon's whole history, in order of time.
struct Biography
{
    Coupon coupon;
    QList<LifeEvent> events;
};

/// A life event to be written to the book.
struct LifeEntry
{
    QByteArray code;
    LifeEvent event;
};

namespace book {

/// Everything the book knows about the coupon that has this code, or had it before an edit. Reads the coupon,
/// the push, the issue, the doubt, what was set aside, and the life table. Nullopt: no such code.
Result<std::optional<Biography>> biography(Session &session, const QByteArray &code);

/// Appends, and deletes the oldest rows beyond `most`. Writes nothing for codes that the book does not know.
Result<void> writeLife(Session &session, const QList<LifeEntry> &entries, qint64 most);

} // namespace book

} // namespace seonchak
