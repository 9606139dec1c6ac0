-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The book has these issues: reservation → user key. Replaying it changes nothing.
-- KEYS pending, stats, then the winner's user key per issue
-- ARGV generation, then per issue: the reserving user, the reservation, the code
-- Returns STALE, or 1 (done now) or 0 (was done before, or is not ours) per issue.
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local out = {}
for i = 1, (#ARGV - 1) / 3 do
  local user, reservation, code = ARGV[i * 3 - 1], ARGV[i * 3], ARGV[i * 3 + 1]
  local held = redis.call('HGET', KEYS[1], user)
  if held and string.match(held, '^(%d+):') == reservation then
    -- SET may be refused (maxmemory): it stands before the HDEL, so the reservation stays for the settler.
    redis.call('SET', KEYS[i + 2], code)
    redis.call('HINCRBY', KEYS[2], 'users', 1)
    redis.call('HDEL', KEYS[1], user)
    out[i] = 1
  else
    out[i] = 0
  end
end
return out
