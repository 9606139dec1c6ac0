-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Long acts of the administration. Every statement ends with a semicolon at the end of its line.

-- One row per act: while it runs, and, if it has an Idempotency-Key, for a day after. id: a hash of action
-- and key, or random. owner: the run of the program that executes it, '' if none; beat changes while the
-- owner is alive. slice: the last one in the book, with how many coupons it made or moved. state: 0 not
-- ended, 1 done.
CREATE TABLE act (
    id text PRIMARY KEY,
    keyed smallint NOT NULL,
    fingerprint text NOT NULL,
    owner text NOT NULL,
    beat bigint NOT NULL,
    state smallint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    detail text NOT NULL,
    total bigint NOT NULL,
    slice bigint NOT NULL,
    last_made bigint NOT NULL,
    made bigint NOT NULL,
    moved bigint NOT NULL,
    note bytea NOT NULL,
    begun_at bigint NOT NULL,
    ended_at bigint NOT NULL
);

CREATE INDEX act_open ON act (state) WHERE state = 0;

-- The act of a push; NULL if none.
ALTER TABLE push ADD COLUMN act text;

CREATE INDEX push_act ON push (act) WHERE finished = 0;
