-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The book. Every statement ends with a semicolon at the end of its line.

-- The book's few meta values, such as the mark of the Redis it belongs to.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- status: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED (by the lock strategies only), 5 VOID.
-- A coupon with an issue row is issued whatever its status says: the journal only appends, it does not touch
-- this table. old_code is the former code of an edit under way, batch the last push.
CREATE TABLE coupon (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    old_code TEXT,
    status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5 AND status <> 3),
    batch INTEGER,
    version INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX coupon_old_code ON coupon (old_code) WHERE old_code IS NOT NULL;

-- One small index per status: for the counts, "the next STAGED by id" of a push, "the first AVAILABLE by id" of
-- the lock strategies. A push costs two index entries a coupon this way, half of what one index on status would.
-- (status) is one byte at most in its own index, and the rowid follows it: the same as an index on id.
CREATE INDEX coupon_staged ON coupon (status) WHERE status = 0;
CREATE INDEX coupon_available ON coupon (status) WHERE status = 2;
CREATE INDEX coupon_issued ON coupon (status) WHERE status = 4;
CREATE INDEX coupon_void ON coupon (status) WHERE status = 5;

-- One row per push slice: its PUSHING coupons are between these ids.
CREATE TABLE push (
    batch INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    finished INTEGER NOT NULL
) STRICT;

CREATE INDEX push_open ON push (claimed_at) WHERE finished = 0;

-- One row per issued coupon: this table enforces "each user at most one" and "each coupon at most once".
CREATE TABLE issue (
    user_id INTEGER PRIMARY KEY,
    coupon_id INTEGER NOT NULL UNIQUE,
    reservation INTEGER,
    issued_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX issue_reservation ON issue (reservation) WHERE reservation IS NOT NULL;

-- Reservations whose outcome at the partner is unknown.
CREATE TABLE doubt (
    reservation INTEGER PRIMARY KEY,
    coupon_id INTEGER NOT NULL UNIQUE,
    user_id INTEGER NOT NULL UNIQUE,
    since INTEGER NOT NULL
) STRICT;

-- Codes kept out of the stock for a person to examine.
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
