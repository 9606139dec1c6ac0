-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The book's name: written to Redis with the generation, so that a server never mistakes another book's Redis
-- for its own.
INSERT INTO meta (key, value) VALUES ('book', replace(gen_random_uuid()::text, '-', ''));
