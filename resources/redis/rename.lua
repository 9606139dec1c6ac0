-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Changes a code that waits in the stock, at its place. Replaying it changes nothing.
-- KEYS available, stats, pending
-- ARGV generation, old code, new code
-- Returns STALE, 1 (Redis has the new code) or 0 (the old code does not wait: it is reserved or issued).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
if redis.call('LPOS', KEYS[1], ARGV[3]) then
  return 1
end
local place = redis.call('LPOS', KEYS[1], ARGV[2])
if place then
  redis.call('LSET', KEYS[1], place, ARGV[3])
  return 1
end
-- Replayed, after somebody has already reserved it under its new code: number:started:state:due:code.
for _, reservation in ipairs(redis.call('HVALS', KEYS[3])) do
  if string.match(reservation, '^%d+:%d+:%a:%d+:(.*)$') == ARGV[3] then
    return 1
  end
end
return 0
