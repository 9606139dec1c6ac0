-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The book. Every statement ends with a semicolon at the end of its line.

-- A few words the book remembers, such as the mark of the Redis it belongs to.
CREATE TABLE meta (
    key text PRIMARY KEY,
    value text NOT NULL
);

-- status: 0 STAGED, 1 PUSHING, 2 AVAILABLE, 4 ISSUED (by the lock strategies only), 5 VOID.
-- A coupon with an issue row is issued whatever its status says: the journal only appends, it does not touch
-- this table. old_code is the former code of an edit under way; batch and claimed_at belong to the last push.
CREATE TABLE coupon (
    id bigserial PRIMARY KEY,
    code text NOT NULL UNIQUE,
    old_code text,
    status smallint NOT NULL CHECK (status IN (0, 1, 2, 4, 5)),
    batch bigint,
    claimed_at bigint,
    version integer NOT NULL DEFAULT 0,
    created_at bigint NOT NULL
);

CREATE UNIQUE INDEX coupon_old_code ON coupon (old_code) WHERE old_code IS NOT NULL;

-- One index serves the counts, "the next STAGED by id" of a push and "the first AVAILABLE by id" of the lock
-- strategies.
CREATE INDEX coupon_status ON coupon (status, id);

-- One row per issued coupon: the last word on "each user at most one" and "each coupon at most once".
CREATE TABLE issue (
    user_id bigint PRIMARY KEY,
    coupon_id bigint NOT NULL UNIQUE,
    reservation bigint,
    issued_at bigint NOT NULL
);

CREATE UNIQUE INDEX issue_reservation ON issue (reservation) WHERE reservation IS NOT NULL;

-- Reservations of which nobody knows what the partner did.
CREATE TABLE doubt (
    reservation bigint PRIMARY KEY,
    coupon_id bigint NOT NULL UNIQUE,
    user_id bigint NOT NULL UNIQUE,
    since bigint NOT NULL
);

-- Codes kept out of the stock for a person to look at.
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
