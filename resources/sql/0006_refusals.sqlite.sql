-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Why users got no coupon, by reason, and what distinguishes one sell-out from the next. Every statement ends
-- with a semicolon at the end of its line.

-- When a filling of the stock began (kind 0), one coupon was withdrawn by hand (1), or the rest was (2).
CREATE TABLE stock_turn (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK (kind >= 0),
    at INTEGER NOT NULL
) STRICT;

-- Not unique: two servers that fill the stock in the same millisecond must not wait for each other.
CREATE INDEX stock_turn_at ON stock_turn (kind, at);

INSERT INTO stock_turn (kind, at) SELECT DISTINCT 0, claimed_at FROM push;
INSERT INTO stock_turn (kind, at)
    SELECT 0, o.first FROM (SELECT min(created_at) AS first FROM coupon WHERE NOT EXISTS (SELECT 1 FROM stock_turn)
    AND (EXISTS (SELECT 1 FROM issue) OR EXISTS (SELECT 1 FROM coupon WHERE status IN (1, 2, 4)))) o
    WHERE o.first IS NOT NULL;

-- reason: 0 refused as sold out, 1 refused by the store, 2 too early, 3 while the sale was paused, 4 while
-- Redis, the database or the store was unavailable. pushed_at: with reason 0, the filling of the stock before
-- it (0: none); else 0. sell_out_at: with reason 0, when the last coupon had gone, if known.
CREATE TABLE turned_away (
    user_id INTEGER NOT NULL,
    reason INTEGER NOT NULL CHECK (reason >= 0),
    pushed_at INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    times INTEGER NOT NULL,
    sell_out_at INTEGER,
    PRIMARY KEY (user_id, reason, pushed_at)
) STRICT, WITHOUT ROWID;

INSERT INTO turned_away (user_id, reason, pushed_at, first_at, last_at, times, sell_out_at)
    SELECT user_id, 0, coalesce((SELECT max(at) FROM stock_turn WHERE kind = 0 AND at <= last_sold_out_at), 0),
    first_sold_out_at, last_sold_out_at, sold_out_times, sell_out_at FROM refusal WHERE sold_out_times > 0;
INSERT INTO turned_away (user_id, reason, pushed_at, first_at, last_at, times)
    SELECT user_id, 1, 0, last_failed_at, last_failed_at, failed_times FROM refusal WHERE failed_times > 0;
DROP TABLE refusal;
ALTER TABLE turned_away RENAME TO refusal;

-- The users refused as sold out in one sell-out, in order, and the order in which rows are forgotten.
CREATE INDEX refusal_line ON refusal (pushed_at, first_at, user_id) WHERE reason = 0;
CREATE INDEX refusal_last ON refusal (last_at, user_id);

UPDATE meta SET value = (SELECT CAST(count(*) AS TEXT) FROM refusal) WHERE key = 'refusals_count';
