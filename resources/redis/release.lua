-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Compensation: reservation → back to the end of the stock, once. Replaying it changes nothing.
-- KEYS available, pending, stats
-- ARGV generation, then per reservation: the user, the reservation, the code
-- Returns STALE, or 1 (given back now) or 0 (was given back before, or is not ours) per reservation.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local out = {}
for i = 1, (#ARGV - 1) / 3 do
  local user, reservation, code = ARGV[i * 3 - 1], ARGV[i * 3], ARGV[i * 3 + 1]
  local held = redis.call('HGET', KEYS[2], user)
  if held and string.match(held, '^(%d+):') == reservation then
    -- RPUSH may be refused (maxmemory): it stands first, so that the compensation stays owed and is paid later.
    redis.call('RPUSH', KEYS[1], code)
    redis.call('HDEL', KEYS[2], user)
    redis.call('HINCRBY', KEYS[3], 'compensations', 1)
    out[i] = 1
  else
    out[i] = 0
  end
end
return out
