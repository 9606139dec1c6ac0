-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the book records besides the coupons. Every statement ends with a semicolon at the end of its line.

-- Codes in the order of their bytes, so that the unique index supports prefix searches under any locale.
ALTER TABLE coupon ALTER COLUMN code TYPE text COLLATE "C";

-- When the coupon was reserved for its user; NULL if that was not recorded.
ALTER TABLE issue ADD COLUMN reserved_at bigint;

-- How often the store was asked since, and its last answer.
ALTER TABLE doubt ADD COLUMN attempts bigint NOT NULL DEFAULT 0;
ALTER TABLE doubt ADD COLUMN asked_at bigint;
ALTER TABLE doubt ADD COLUMN answer text NOT NULL DEFAULT '';

-- The refusals of one user. A time of 0: it did not happen.
CREATE TABLE refusal (
    user_id bigint PRIMARY KEY,
    first_sold_out_at bigint NOT NULL,
    last_sold_out_at bigint NOT NULL,
    sold_out_times bigint NOT NULL,
    sell_out_at bigint,
    last_failed_at bigint NOT NULL,
    failed_times bigint NOT NULL
);

-- The users refused as sold out, in order, and the order in which users are forgotten.
CREATE INDEX refusal_line ON refusal (first_sold_out_at, user_id) WHERE first_sold_out_at > 0;
CREATE INDEX refusal_last ON refusal (greatest(last_sold_out_at, last_failed_at), user_id);

-- Events of a coupon that no other table records. what: 2 reserved, 3 store refused, 4 restored, 5 in doubt,
-- 6 asked, 7 issued, 8 edited (detail: the former code), 9 voided, 10 set aside.
CREATE TABLE life (
    id bigserial PRIMARY KEY,
    coupon_id bigint NOT NULL,
    at bigint NOT NULL,
    what smallint NOT NULL,
    user_id bigint,
    actor text NOT NULL,
    detail text NOT NULL
);

CREATE INDEX life_coupon ON life (coupon_id);
CREATE INDEX life_former_code ON life (detail) WHERE what = 8;

-- The last flush of each program that writes refusals and life events, so that none is written twice.
CREATE TABLE chronicle (
    writer text PRIMARY KEY,
    flush bigint NOT NULL,
    at bigint NOT NULL
);

CREATE INDEX audit_action ON audit (action, id);

-- The audit trail is append-only.
CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN RAISE EXCEPTION ''the audit trail only grows''; END';
CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_only_grows();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

-- A book that issued coupons before this version did not record its refusals.
INSERT INTO meta (key, value)
    SELECT 'refusals_known_since', CAST(CAST(floor(extract(epoch FROM now())) AS bigint) * 1000 AS text)
    WHERE EXISTS (SELECT 1 FROM issue);
