-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The webhooks' outbox, and the last known states of the sale. Every statement ends with a semicolon at the
-- end of its line.

-- One row for each receiver of each event, written in the transaction of its cause. occurrence: uniquely
-- identifies what happened ("coupon.issued:12"). data: a JSON object of ids. state: 0 waiting, 1 delivered, 2
-- given up, 3 not sent because the receiver is switched off.
CREATE TABLE IF NOT EXISTS webhook (
    id bigserial PRIMARY KEY,
    url text NOT NULL,
    event text NOT NULL,
    occurrence text NOT NULL,
    at bigint NOT NULL,
    data text NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    tries integer NOT NULL DEFAULT 0,
    next_at bigint NOT NULL,
    answered_at bigint NOT NULL DEFAULT 0,
    status integer NOT NULL DEFAULT 0,
    answer text NOT NULL DEFAULT '',
    UNIQUE (occurrence, url)
);

CREATE INDEX IF NOT EXISTS webhook_due ON webhook (url, next_at, id) WHERE state = 0;
CREATE INDEX IF NOT EXISTS webhook_ended ON webhook (url, id) WHERE state <> 0;

-- The server that delivers to a receiver: one at a time, whose beat changes while it has work. off_at: when
-- the receiver answered 410; 0: it did not.
CREATE TABLE IF NOT EXISTS webhook_receiver (
    url text PRIMARY KEY,
    owner text NOT NULL DEFAULT '',
    beat bigint NOT NULL DEFAULT 0,
    off_at bigint NOT NULL DEFAULT 0
);

-- The state of something when any server last looked, so that each change is reported once.
CREATE TABLE IF NOT EXISTS standing (
    name text PRIMARY KEY,
    value text NOT NULL,
    serial bigint NOT NULL,
    at bigint NOT NULL
);

-- In a previously used book, the first look reports nothing.
INSERT INTO standing (name, value, serial, at)
    SELECT 'sale', 'preparing', 0, 0 WHERE NOT EXISTS (SELECT 1 FROM stock_turn WHERE kind = 0)
    ON CONFLICT (name) DO NOTHING;
