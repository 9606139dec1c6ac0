-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Row counts, updated with every change, so that reading them costs the same at a thousand coupons and at a
-- million. Triggers update them, so no writer can forget. Every statement ends with a semicolon at the end of
-- its line.

-- kind: 0 … 5: coupons of this status; 10: issue rows. The count of a kind is the sum of its rows.
CREATE TABLE tally (
    kind INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
) STRICT;

INSERT INTO tally (kind, n)
    SELECT 0, count(*) FROM coupon WHERE status = 0
    UNION ALL SELECT 1, count(*) FROM coupon WHERE status = 1
    UNION ALL SELECT 2, count(*) FROM coupon WHERE status = 2
    UNION ALL SELECT 4, count(*) FROM coupon WHERE status = 4
    UNION ALL SELECT 5, count(*) FROM coupon WHERE status = 5
    UNION ALL SELECT 10, count(*) FROM issue;

CREATE TRIGGER tally_coupon_insert AFTER INSERT ON coupon
    BEGIN UPDATE tally SET n = n + 1 WHERE kind = NEW.status; END;
CREATE TRIGGER tally_coupon_update AFTER UPDATE OF status ON coupon WHEN OLD.status <> NEW.status
    BEGIN UPDATE tally SET n = n + iif(kind = NEW.status, 1, -1) WHERE kind IN (OLD.status, NEW.status); END;
CREATE TRIGGER tally_coupon_delete AFTER DELETE ON coupon
    BEGIN UPDATE tally SET n = n - 1 WHERE kind = OLD.status; END;
CREATE TRIGGER tally_issue_insert AFTER INSERT ON issue
    BEGIN UPDATE tally SET n = n + 1 WHERE kind = 10; END;
CREATE TRIGGER tally_issue_delete AFTER DELETE ON issue
    BEGIN UPDATE tally SET n = n - 1 WHERE kind = 10; END;
