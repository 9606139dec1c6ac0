-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes coupons out of the stock for good: from here on no issue gets them. They wait in `voiding` until the book has
-- them VOID, so that a crash in between loses none.
-- KEYS available, voiding, stats
-- ARGV generation, most, code
-- With a code: that one. With an empty code: up to `most` from the end, where nobody stands in line yet.
-- Returns STALE, or the codes that are in `voiding` now. Replaying it with a code changes nothing.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
-- SADD may be refused (maxmemory): it stands before anything leaves the stock.
if ARGV[3] ~= '' then
  if redis.call('SISMEMBER', KEYS[2], ARGV[3]) == 1 then
    return { ARGV[3] }
  end
  if not redis.call('LPOS', KEYS[1], ARGV[3]) then
    return {}
  end
  redis.call('HINCRBY', KEYS[3], 'voids', 1)
  redis.call('SADD', KEYS[2], ARGV[3])
  redis.call('LREM', KEYS[1], 1, ARGV[3])
  return { ARGV[3] }
end
local codes = redis.call('LRANGE', KEYS[1], -tonumber(ARGV[2]), -1)
if #codes > 0 then
  redis.call('HINCRBY', KEYS[3], 'voids', #codes)
  redis.call('SADD', KEYS[2], unpack(codes))
  redis.call('LTRIM', KEYS[1], 0, -#codes - 1)
end
return codes
