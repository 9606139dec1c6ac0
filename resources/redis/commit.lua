-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book has these issues: reservation → user key. Replaying it changes nothing.
-- KEYS available, pending, stats, then the winner's user key per issue
-- ARGV generation, then per issue: the reserving user, the reservation, the code
-- Returns STALE, or per issue: 1 (done now), 0 (was done before), or 2 (done now, but the reservation was gone: this
-- server was stopped for longer than its lease, and the code may wait in the stock again; the caller takes it out).
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local out = {}
for i = 1, (#ARGV - 1) / 3 do
  local user, reservation, code = ARGV[i * 3 - 1], ARGV[i * 3], ARGV[i * 3 + 1]
  local held = redis.call('HGET', KEYS[2], user)
  local ours = held and string.match(held, '^(%d+):') == reservation
  if not ours and redis.pcall('GET', KEYS[i + 3]) == code then
    out[i] = 0
  else
    -- SET may be refused (maxmemory): it stands before the HDEL, so the reservation stays for the settler.
    redis.call('SET', KEYS[i + 3], code)
    redis.call('HINCRBY', KEYS[3], 'users', 1)
    if ours then
      redis.call('HDEL', KEYS[2], user)
    end
    out[i] = ours and 1 or 2
  end
end
return out
