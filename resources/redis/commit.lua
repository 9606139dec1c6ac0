-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book has these issues: reservation → user key. Replaying it changes nothing.
-- KEYS available, pending, stats, then the winner's user key per issue
-- ARGV generation, then per issue: the reserving user, the reservation, the code
-- Returns STALE, or per issue: 1 (done now), 0 (was done before), or 2 (done now, but the reservation was gone: this
-- server was stopped for longer than its lease, and the code may wait in the stock again; the caller takes it out).
-- Three commands write all issues of a call, whatever their number.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local count = (#ARGV - 1) / 3
local users = {}
for i = 1, count do
  users[i] = ARGV[i * 3 - 1]
end
local held = redis.call('HMGET', KEYS[2], unpack(users))
local out, keys, ended, planned = {}, {}, {}, {}
for i = 1, count do
  local key, reservation, code = KEYS[i + 3], ARGV[i * 3], ARGV[i * 3 + 1]
  local ours = held[i] and string.match(held[i], '^(%d+):') == reservation
  if planned[key] == code or (not ours and redis.pcall('GET', key) == code) then
    out[i] = 0
  else
    planned[key] = code
    keys[#keys + 1] = key
    keys[#keys + 1] = code
    if ours then
      ended[#ended + 1] = users[i]
    end
    out[i] = ours and 1 or 2
  end
end
if #keys > 0 then
  -- MSET may be refused (maxmemory): it comes before the HDEL, so that the reservations stay for the settler.
  redis.call('MSET', unpack(keys))
  redis.call('HINCRBY', KEYS[3], 'users', #keys / 2)
end
if #ended > 0 then
  redis.call('HDEL', KEYS[2], unpack(ended))
end
return out
