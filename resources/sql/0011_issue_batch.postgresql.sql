-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Every statement ends with a semicolon at the end of its line; within the function a semicolon therefore begins
-- the next line.

-- A batch of issues. As a function it is planned once in each process of PostgreSQL, behind a pooler as well:
-- planning the statement took a third of its time. The plan must not depend on how many rows the tables had then:
-- a scan of an empty table would be kept when the table has a million rows.
--
-- Inserts a row for each code that may be issued and is in nobody's way. LATERAL with a LIMIT makes it look each
-- code up in the index. The rows go in by user, which is the same order in every program, so that two batches do
-- not deadlock. plain: null, or the number of entries; then nothing is inserted unless every code may be issued as
-- it is and there is no doubt. Answers a row for each code that the book knows: its entry from 0, what its coupon
-- is, whether there are doubts, and how many rows were inserted. edited: 0 no, 1 issued by its new code, 2 by its
-- former one. Of the coupon's status, 0 is staged and 5 is void.
CREATE FUNCTION issue_batch(users bigint[], codes text[], reservations bigint[], times bigint[],
    reserved_times bigint[], plain bigint)
    RETURNS TABLE (entry bigint, known_id bigint, created bigint, state int, edited int, any_doubt boolean,
        inserted bigint)
    LANGUAGE plpgsql SET plan_cache_mode = 'force_generic_plan' SET enable_seqscan = off SET jit = off AS
    'BEGIN
        RETURN QUERY WITH known AS MATERIALIZED (
            SELECT e.nr, e.user_id, e.reservation, e.at, e.reserved_at, c.id, c.created_at, c.status, c.edit
            FROM unnest(users, codes, reservations, times, reserved_times)
                WITH ORDINALITY AS e(user_id, code, reservation, at, reserved_at, nr)
            CROSS JOIN LATERAL (
                SELECT id, created_at, status, CASE WHEN old_code IS NULL THEN 0 ELSE 1 END AS edit
                FROM coupon WHERE code = e.code
                UNION ALL SELECT id, created_at, status, 2 FROM coupon WHERE old_code = e.code LIMIT 1) AS c),
        added AS (
            INSERT INTO issue (user_id, coupon_id, reservation, issued_at, reserved_at)
            SELECT user_id, id, nullif(reservation, 0), at, nullif(reserved_at, 0) FROM known
            WHERE status <> 5 AND (plain IS NULL OR (NOT EXISTS (SELECT 1 FROM doubt)
                AND (SELECT count(*) FROM known WHERE status NOT IN (0, 5) AND edit = 0) = plain))
            ORDER BY user_id ON CONFLICT DO NOTHING RETURNING user_id)
        SELECT nr - 1, id, created_at, CAST(status AS int), edit, EXISTS (SELECT 1 FROM doubt),
            (SELECT count(*) FROM added)
        FROM known
    ; END';
