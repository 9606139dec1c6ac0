-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What waits for a second person, or has had one. Every statement ends with a semicolon at the end of its line.

-- act: 0 every coupon that is not issued is voided, 1 a doubt is declared issued, 2 it is restored. subject: the doubt's
-- reservation, else 0. person and actor: who asks, by name and as the trail has it; second: who has approved or declined.
-- state: 0 waiting, 1 approved, 2 done, 3 declined. ticket: what it was done for, so that it may be done again after a cut.
CREATE TABLE IF NOT EXISTS approval (
    id bigserial PRIMARY KEY,
    act smallint NOT NULL,
    subject bigint NOT NULL,
    person text NOT NULL,
    actor text NOT NULL,
    asked_at bigint NOT NULL,
    until bigint NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    second text NOT NULL DEFAULT '',
    ticket text NOT NULL DEFAULT ''
);

CREATE INDEX IF NOT EXISTS approval_until ON approval (until);
CREATE UNIQUE INDEX IF NOT EXISTS approval_ticket ON approval (ticket) WHERE ticket <> '';
