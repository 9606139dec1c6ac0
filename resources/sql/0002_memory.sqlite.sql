-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the book records besides the coupons. Every statement ends with a semicolon at the end of its line.

-- When the coupon was reserved for its user; NULL if that was not recorded.
ALTER TABLE issue ADD COLUMN reserved_at INTEGER;

-- How often the store was asked since, and its last answer.
ALTER TABLE doubt ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE doubt ADD COLUMN asked_at INTEGER;
ALTER TABLE doubt ADD COLUMN answer TEXT NOT NULL DEFAULT '';

-- The refusals of one user. A time of 0: it did not happen.
CREATE TABLE refusal (
    user_id INTEGER PRIMARY KEY,
    first_sold_out_at INTEGER NOT NULL,
    last_sold_out_at INTEGER NOT NULL,
    sold_out_times INTEGER NOT NULL,
    sell_out_at INTEGER,
    last_failed_at INTEGER NOT NULL,
    failed_times INTEGER NOT NULL
) STRICT;

-- The users refused as sold out, in order, and the order in which users are forgotten.
CREATE INDEX refusal_line ON refusal (first_sold_out_at) WHERE first_sold_out_at > 0;
CREATE INDEX refusal_last ON refusal (max(last_sold_out_at, last_failed_at));

-- Events of a coupon that no other table records. what: 2 reserved, 3 store refused, 4 restored, 5 in doubt,
-- 6 asked, 7 issued, 8 edited (detail: the former code), 9 voided, 10 set aside.
CREATE TABLE life (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    coupon_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    what INTEGER NOT NULL,
    user_id INTEGER,
    actor TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX life_coupon ON life (coupon_id);
CREATE INDEX life_former_code ON life (detail) WHERE what = 8;

-- The last flush of each program that writes refusals and life events, so that none is written twice.
CREATE TABLE chronicle (
    writer TEXT PRIMARY KEY,
    flush INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_action ON audit (action);

-- The audit trail is append-only.
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;

CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END;

-- A book that issued coupons before this version did not record its refusals.
INSERT INTO meta (key, value)
    SELECT 'refusals_known_since', CAST(strftime('%s', 'now') AS INTEGER) * 1000 WHERE EXISTS (SELECT 1 FROM issue);
