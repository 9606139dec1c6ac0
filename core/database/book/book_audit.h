// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace seonchak {

class Session;

/// Who did what, when, with what result. `action` is one stable word: generate, add, edit, push, void, pause,
/// resume, ask, declare-issued, restore, settings, token-refused, token-add, token-revoke, set-aside, import,
/// export, second-person, webhook-send, new-sale, start, end, crash.
struct AuditEntry
{
    qint64 id = 0;
    WallMs at = 0;
    QString actor; ///< "desk (alice)", "kim (203.0.113.7)", "REST 127.0.0.1", "server (seonchak)", "settler"
    QString action;
    QString detail; ///< the object of the action, in English: "count 1000, prefix \"\", length 12"
    QString result; ///< "done: 1000 generated", "refused: the code is taken"

    bool operator==(const AuditEntry &) const = default;
};

struct AuditFilter
{
    QString text;      ///< part of actor, detail or result, case-insensitive; empty: any
    QStringList alike; ///< alternatives that match as well: `text` in the trail's words
    QString action;    ///< exact; empty: any
    std::optional<WallMs> from;
    std::optional<WallMs> until; ///< exclusive
    qint64 after = 0;            ///< ids greater than this
    qint64 before = 0;           ///< ids less than this, newest first; 0: from the newest
    int limit = 100;
    bool counted = false; ///< also count all matches, ignoring `before` and `limit`
};

struct AuditPage
{
    QList<AuditEntry> items;          ///< newest first
    std::optional<qint64> next;       ///< the next page's `before`; nullopt at the end
    std::optional<qint64> count = {}; ///< the number of all matches, if requested
};

namespace book {

/// The table refuses any change to existing rows.
Result<void> writeAudit(Session &session, const AuditEntry &entry);
Result<AuditPage> readAudit(Session &session, const AuditFilter &filter);

} // namespace book

} // namespace seonchak
