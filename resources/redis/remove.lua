-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes a code from the stock that must not be there: it is issued in the book, or in doubt. The last code of the
-- stock takes its place. Replaying it changes nothing if a code is in the stock only once.
-- KEYS available, stats
-- ARGV generation, code, its place counted from the end of the stock
-- Returns STALE, 1 (removed), or 0 (the code has moved: search again).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local place = tonumber(ARGV[3])
local last = math.max(place - 50, 1)
local near = redis.call('LRANGE', KEYS[1], -(place + 50), -last)
for i = #near, 1, -1 do
  if near[i] == ARGV[2] then
    redis.call('HINCRBY', KEYS[2], 'removed', 1)
    redis.call('LSET', KEYS[1], -last - (#near - i), redis.call('LINDEX', KEYS[1], -1))
    redis.call('RPOP', KEYS[1])
    return 1
  end
end
return 0
