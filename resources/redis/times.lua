-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stores when the sale opens and closes. The later of two versions stays.
-- KEYS stats
-- ARGV the times (mark:opens:closes)
-- Returns the times that Redis has now.
local function mark(text)
  return tonumber(string.match(text or '', '^(%d+):%d+:%d+$') or -1)
end
local known = redis.call('HGET', KEYS[1], 'times')
if mark(known) >= mark(ARGV[1]) then
  return known
end
redis.call('HSET', KEYS[1], 'times', ARGV[1])
return ARGV[1]
