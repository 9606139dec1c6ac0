-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Changes a code that waits in the stock, at its place. Replaying it changes nothing.
-- KEYS available, stats
-- ARGV generation, old code, new code
-- Returns STALE, 1 (the stock has the new code) or 0 (the old code does not wait: it is reserved or issued).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
if redis.call('LPOS', KEYS[1], ARGV[3]) then
  return 1
end
local place = redis.call('LPOS', KEYS[1], ARGV[2])
if not place then
  return 0
end
redis.call('LSET', KEYS[1], place, ARGV[3])
return 1
