-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The REST tokens and their roles. Every statement ends with a semicolon at the end of its line.

-- hash: SHA-256 of the token, in hexadecimal; the token itself is not stored. last_used: 0 never, else
-- approximate.
CREATE TABLE token (
    hash text PRIMARY KEY,
    name text NOT NULL UNIQUE,
    role text NOT NULL,
    created_at bigint NOT NULL,
    last_used bigint NOT NULL DEFAULT 0
);
