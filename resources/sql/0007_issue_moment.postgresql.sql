-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The list of coupons in the order in which they were issued. Every statement ends with a semicolon at the end of its line.

-- Times only grow, so a new entry goes to the end of the index: an issue costs one more short write.
CREATE INDEX issue_moment ON issue (issued_at, user_id);
