-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes coupons from the stock for good: from now on no issue gets them. They stay in `voiding` until they are VOID
-- in the book, so that a crash in between loses none.
-- KEYS available, voiding, stats
-- ARGV generation, most, code, place
-- With a code: that one, if it is near `place`, counted from the end of the stock (0: it is not there). The last code
-- of the stock takes its place, so that no long list is moved. With an empty code: up to `most` from the end, which is
-- issued last.
-- Returns STALE, MOVED (search for its place again), or the codes that are in `voiding` now. Replaying it with a code
-- changes nothing.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
-- SADD may be refused (maxmemory): it comes before anything leaves the stock.
local code, place = ARGV[3], tonumber(ARGV[4])
if code ~= '' then
  if redis.call('SISMEMBER', KEYS[2], code) == 1 then
    return { code }
  end
  if place == 0 then
    return {}
  end
  -- Returned coupons move it away from the end, voided ones move it nearer.
  local last = math.max(place - 50, 1)
  local near = redis.call('LRANGE', KEYS[1], -(place + 50), -last)
  for i = #near, 1, -1 do
    if near[i] == code then
      local at = -last - (#near - i)
      redis.call('HINCRBY', KEYS[3], 'voids', 1)
      redis.call('SADD', KEYS[2], code)
      redis.call('LSET', KEYS[1], at, redis.call('LINDEX', KEYS[1], -1))
      redis.call('RPOP', KEYS[1])
      return { code }
    end
  end
  return redis.status_reply('MOVED')
end
local codes = redis.call('LRANGE', KEYS[1], -tonumber(ARGV[2]), -1)
if #codes > 0 then
  redis.call('HINCRBY', KEYS[3], 'voids', #codes)
  redis.call('SADD', KEYS[2], unpack(codes))
  redis.call('LTRIM', KEYS[1], 0, -#codes - 1)
end
return codes
