-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Changes a code in the stock in place. A mark records that this was done, so that a replay changes nothing, wherever
-- the code is by then.
-- KEYS available, stats
-- ARGV generation, old code, new code, the coupon's id, the old code's place counted from the end of the stock (0: it is
-- not there), 1 for the first try of an edit or 0 for a replay
-- Returns STALE, MOVED (search for its place again), 1 (Redis has the new code) or 0 (the old code is not in the
-- stock: it is reserved or issued).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local mark, place = 'edit:' .. ARGV[4], tonumber(ARGV[5])
if ARGV[6] == '1' then
  redis.call('HDEL', KEYS[2], mark)
elseif redis.call('HGET', KEYS[2], mark) == ARGV[3] then
  return 1
end
if place == 0 then
  return 0
end
local last = math.max(place - 50, 1)
local near = redis.call('LRANGE', KEYS[1], -(place + 50), -last)
for i = #near, 1, -1 do
  if near[i] == ARGV[2] then
    -- The mark may be refused (maxmemory): it comes first.
    redis.call('HSET', KEYS[2], mark, ARGV[3])
    redis.call('LSET', KEYS[1], -last - (#near - i), ARGV[3])
    return 1
  end
end
return redis.status_reply('MOVED')
