-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the stock is empty, and this Redis has no key that a user's request would have to look up. Read-only.
-- KEYS available, pending, stats
-- ARGV generation, 1 to include the users with a reservation
-- Returns STALE, or: 1 (the stock is empty, and there are exactly as many keys as users with a coupon plus our others)
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
