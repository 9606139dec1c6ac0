-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Row counts, updated with every change, so that reading them costs the same at a thousand coupons and at a
-- million. Triggers update them, so no writer can forget. Every statement ends with a semicolon at the end of
-- its line; within the functions a semicolon therefore begins the next line.

-- No writes may happen between the count below and the triggers.
LOCK TABLE coupon, issue IN SHARE ROW EXCLUSIVE MODE;

-- kind: 0 … 5: coupons of this status; 10: issue rows. The count of a kind is the sum of its rows: a change
-- adds a row and touches no other, so that two writers never wait for each other here.
CREATE TABLE tally (
    kind smallint NOT NULL,
    n bigint NOT NULL
);

INSERT INTO tally (kind, n)
    SELECT status, count(*) FROM coupon GROUP BY status
    UNION ALL SELECT 10, count(*) FROM issue;

-- Merges many rows into one, from time to time. Rows locked by another transaction are skipped. Above READ
-- COMMITTED a row that another transaction has folded would be an error.
CREATE FUNCTION tally_fold() RETURNS void LANGUAGE plpgsql AS
    'BEGIN
        IF random() < 0.02 AND current_setting(''transaction_isolation'') = ''read committed'' THEN
            WITH gone AS (
                DELETE FROM tally WHERE ctid IN (SELECT ctid FROM tally FOR UPDATE SKIP LOCKED) RETURNING kind, n)
            INSERT INTO tally (kind, n) SELECT kind, sum(n) FROM gone GROUP BY kind HAVING sum(n) <> 0
        ; END IF
    ; END';

CREATE FUNCTION tally_coupon() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN
        IF TG_OP = ''INSERT'' THEN
            INSERT INTO tally (kind, n) SELECT status, count(*) FROM came GROUP BY status
        ; ELSIF TG_OP = ''DELETE'' THEN
            INSERT INTO tally (kind, n) SELECT status, -count(*) FROM went GROUP BY status
        ; ELSIF TG_OP = ''TRUNCATE'' THEN
            INSERT INTO tally (kind, n) SELECT kind, -sum(n) FROM tally WHERE kind < 10 GROUP BY kind
        ; ELSE
            INSERT INTO tally (kind, n) SELECT kind, sum(n)
                FROM (SELECT status AS kind, 1 AS n FROM came UNION ALL SELECT status, -1 FROM went) AS moved
                GROUP BY kind HAVING sum(n) <> 0
        ; END IF
        ; PERFORM tally_fold()
        ; RETURN NULL
    ; END';

CREATE FUNCTION tally_issue() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN
        IF TG_OP = ''INSERT'' THEN
            INSERT INTO tally (kind, n) SELECT 10, count(*) FROM came HAVING count(*) > 0
        ; ELSIF TG_OP = ''DELETE'' THEN
            INSERT INTO tally (kind, n) SELECT 10, -count(*) FROM went HAVING count(*) > 0
        ; ELSE
            INSERT INTO tally (kind, n) SELECT kind, -sum(n) FROM tally WHERE kind = 10 GROUP BY kind
        ; END IF
        ; PERFORM tally_fold()
        ; RETURN NULL
    ; END';

CREATE TRIGGER tally_coupon_insert AFTER INSERT ON coupon
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_coupon();
CREATE TRIGGER tally_coupon_update AFTER UPDATE ON coupon
    REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_coupon();
CREATE TRIGGER tally_coupon_delete AFTER DELETE ON coupon
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION tally_coupon();
CREATE TRIGGER tally_coupon_truncate AFTER TRUNCATE ON coupon
    FOR EACH STATEMENT EXECUTE FUNCTION tally_coupon();
CREATE TRIGGER tally_issue_insert AFTER INSERT ON issue
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_issue();
CREATE TRIGGER tally_issue_delete AFTER DELETE ON issue
    REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION tally_issue();
CREATE TRIGGER tally_issue_truncate AFTER TRUNCATE ON issue
    FOR EACH STATEMENT EXECUTE FUNCTION tally_issue();
