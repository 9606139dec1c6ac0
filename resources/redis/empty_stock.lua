-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether nothing is left, and nothing stands in this Redis that a user's request would have to be asked about. Only
-- reads.
-- KEYS available, pending, stats
-- ARGV generation, 1 where the users who have a reservation are wanted
-- Returns STALE, or: 1 (nothing is left, and there are exactly as many keys as users with a coupon and our few others)
-- or 0, the highest reservation, how many users have a coupon, the sale's times, then the users with a reservation.
local known = redis.call('HMGET', KEYS[3], 'generation', 'reservation', 'users', 'times')
if known[1] ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local users = known[3] or '0'
local keys = redis.pcall('DBSIZE') -- may not be permitted
local whole = type(keys) == 'number' and keys == tonumber(users) + redis.call('EXISTS', KEYS[1], KEYS[2], KEYS[3])
local out = { whole and redis.call('LLEN', KEYS[1]) == 0 and 1 or 0, known[2] or '0', users, known[4] or '' }
if ARGV[2] == '1' then
  for _, user in ipairs(redis.call('HKEYS', KEYS[2])) do
    out[#out + 1] = user
  end
end
return out
