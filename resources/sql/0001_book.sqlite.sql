-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The book. Every statement ends with a semicolon at the end of its line.

-- A few words the book remembers, such as the mark of the Redis it belongs to.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- status: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED (by the lock strategies only), 5 VOID.
-- A coupon with an issue row is issued whatever its status says: the journal only appends, it does not touch
-- this table. old_code is the former code of an edit under way; batch and claimed_at belong to the last push.
CREATE TABLE coupon (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    old_code TEXT,
    status INTEGER NOT NULL CHECK (status IN (0, 1, 2, 4, 5)),
    batch INTEGER,
    claimed_at INTEGER,
    version INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX coupon_old_code ON coupon (old_code) WHERE old_code IS NOT NULL;

-- One index serves the counts, "the next STAGED by id" of a push and "the first AVAILABLE by id" of the lock
-- strategies (the rowid is its second column).
CREATE INDEX coupon_status ON coupon (status);

-- One row per issued coupon: the last word on "each user at most one" and "each coupon at most once".
CREATE TABLE issue (
    user_id INTEGER PRIMARY KEY,
    coupon_id INTEGER NOT NULL UNIQUE,
    reservation INTEGER,
    issued_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX issue_reservation ON issue (reservation) WHERE reservation IS NOT NULL;

-- Reservations of which nobody knows what the partner did.
CREATE TABLE doubt (
    reservation INTEGER PRIMARY KEY,
    coupon_id INTEGER NOT NULL UNIQUE,
    user_id INTEGER NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;

-- Codes kept out of the stock for a person to look at.
CREATE TABLE set_aside (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coupon_id INTEGER,
    code TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    reservation INTEGER NOT NULL,
    why TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX set_aside_coupon ON set_aside (coupon_id);

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    result TEXT NOT NULL
) STRICT;
