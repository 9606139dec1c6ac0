-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Long acts of the administration. Every statement ends with a semicolon at the end of its line.

-- One row per act: while it runs, and, if it has an Idempotency-Key, for a day after. id: a hash of action
-- and key, or random. owner: the run of the program that executes it, '' if none; beat changes while the
-- owner is alive. slice: the last one in the book, with how many coupons it made or moved. state: 0 not
-- ended, 1 done.
CREATE TABLE act (
    id TEXT PRIMARY KEY,
    keyed INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    owner TEXT NOT NULL,
    beat INTEGER NOT NULL,
    state INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL,
    total INTEGER NOT NULL,
    slice INTEGER NOT NULL,
    last_made INTEGER NOT NULL,
    made INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    note BLOB NOT NULL,
    begun_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL
) STRICT;

CREATE INDEX act_open ON act (state) WHERE state = 0;

-- The act of a push; NULL if none.
ALTER TABLE push ADD COLUMN act TEXT;

CREATE INDEX push_act ON push (act) WHERE finished = 0;
