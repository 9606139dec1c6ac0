-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Compensation: reservation → back to the end of the stock, once. Replaying it changes nothing.
-- KEYS available, pending, stats
-- ARGV generation, then per reservation: the user, the reservation, the code, the states it may be in: "R" for the
-- saga, "RD" for the settler, who has closed the doubt in the book
-- Returns STALE, or 1 (given back now) or 0 (was given back before, or is not ours) per reservation.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local out = {}
for i = 1, (#ARGV - 1) / 4 do
  local user, reservation, code, states = ARGV[i * 4 - 2], ARGV[i * 4 - 1], ARGV[i * 4], ARGV[i * 4 + 1]
  local number, state = string.match(redis.call('HGET', KEYS[2], user) or '', '^(%d+):%d+:(%a):')
  if number == reservation and string.find(states, state, 1, true) then
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
