-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ends reservations without an issue. Replaying it changes nothing.
-- KEYS available, pending, stats, then the user's key per reservation
-- ARGV generation, then per reservation: the user, the reservation, the code to put back at the end of the stock (empty:
-- it was set aside in the book), the states it may be in: "R" for the saga, "RD" for the settler, who has closed the
-- doubt in the book; the code the user has by the book, which becomes the user key (or empty)
-- Returns STALE, or 1 (ended now) or 0 (was ended before, or is not ours) per reservation.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local out = {}
for i = 1, (#ARGV - 1) / 5 do
  local user, reservation, code, states, theirs = unpack(ARGV, i * 5 - 3, i * 5 + 1)
  local number, state = string.match(redis.call('HGET', KEYS[2], user) or '', '^(%d+):%d+:(%a):')
  if number == reservation and string.find(states, state, 1, true) then
    -- SET and RPUSH may be refused (maxmemory): they come first, so that the compensation can be made later.
    if theirs ~= '' then
      redis.call('SET', KEYS[i + 3], theirs)
    end
    if code ~= '' then
      redis.call('RPUSH', KEYS[1], code)
    end
    redis.call('HDEL', KEYS[2], user)
    if code ~= '' and theirs == '' then
      redis.call('HINCRBY', KEYS[3], 'compensations', 1)
    end
    out[i] = 1
  else
    out[i] = 0
  end
end
return out
