-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The book. Every statement ends with a semicolon at the end of its line.

-- The book's few meta values, such as the mark of the Redis it belongs to.
CREATE TABLE meta (
    key text PRIMARY KEY,
    value text NOT NULL
);

-- status: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED (by the lock strategies only), 5 VOID.
-- A coupon with an issue row is issued whatever its status says: the journal only appends, it does not touch
-- this table. old_code is the former code of an edit under way, batch the last push.
CREATE TABLE coupon (
    id bigserial PRIMARY KEY,
    code text NOT NULL UNIQUE,
    old_code text,
    status smallint NOT NULL CHECK (status BETWEEN 0 AND 5 AND status <> 3),
    batch bigint,
    version integer NOT NULL DEFAULT 0,
    created_at bigint NOT NULL
);

CREATE UNIQUE INDEX coupon_old_code ON coupon (old_code) WHERE old_code IS NOT NULL;

-- One small index per status: for the counts, "the next STAGED by id" of a push, "the first AVAILABLE by id" of
-- the lock strategies. A push costs two index entries a coupon this way, half of what one index on status would.
CREATE INDEX coupon_staged ON coupon (id) WHERE status = 0;
CREATE INDEX coupon_available ON coupon (id) WHERE status = 2;
CREATE INDEX coupon_issued ON coupon (id) WHERE status = 4;
CREATE INDEX coupon_void ON coupon (id) WHERE status = 5;

-- One row per push slice: its PUSHING coupons are between these ids.
CREATE TABLE push (
    batch bigint PRIMARY KEY,
    first_id bigint NOT NULL,
    last_id bigint NOT NULL,
    claimed_at bigint NOT NULL,
    finished smallint NOT NULL
);

CREATE INDEX push_open ON push (claimed_at) WHERE finished = 0;

-- One row per issued coupon: this table enforces "each user at most one" and "each coupon at most once".
CREATE TABLE issue (
    user_id bigint PRIMARY KEY,
    coupon_id bigint NOT NULL UNIQUE,
    reservation bigint,
    issued_at bigint NOT NULL
);

CREATE UNIQUE INDEX issue_reservation ON issue (reservation) WHERE reservation IS NOT NULL;

-- Reservations whose outcome at the partner is unknown.
CREATE TABLE doubt (
    reservation bigint PRIMARY KEY,
    coupon_id bigint NOT NULL UNIQUE,
    user_id bigint NOT NULL UNIQUE,
    since bigint NOT NULL
);

-- Codes kept out of the stock for a person to examine.
CREATE TABLE set_aside (
    id bigserial PRIMARY KEY,
    coupon_id bigint,
    code text NOT NULL,
    user_id bigint NOT NULL,
    reservation bigint NOT NULL,
    why text NOT NULL,
    at bigint NOT NULL
);

CREATE INDEX set_aside_coupon ON set_aside (coupon_id);

CREATE TABLE audit (
    id bigserial PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    detail text NOT NULL,
    result text NOT NULL
);
