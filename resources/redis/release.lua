-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ends reservations without an issue. Replaying it changes nothing.
-- KEYS available, pending, stats, then the user's key per reservation
-- ARGV generation, then per reservation: the user, the reservation, the code to put back at the end of the stock (empty:
-- it was set aside in the book), the states it may be in: "R" for the saga, "RD" for the settler, who has closed the
-- doubt in the book; the code the user has by the book, which becomes the user key (or empty)
-- Returns STALE, or 1 (ended now) or 0 (was ended before, or is not ours) per reservation.
-- Five commands end all reservations of a call, whatever their number.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local count = (#ARGV - 1) / 5
local users = {}
for i = 1, count do
  users[i] = ARGV[i * 5 - 3]
end
local held = redis.call('HMGET', KEYS[2], unpack(users))
local out, ended, has, codes, keys, given = {}, {}, {}, {}, {}, 0
for i = 1, count do
  local user, reservation, code, states, theirs = unpack(ARGV, i * 5 - 3, i * 5 + 1)
  local number, state = string.match(held[i] or '', '^(%d+):%d+:([RD]):%d+:.')
  if number == reservation and string.find(states, state, 1, true) and not has[user] then
    has[user] = true
    ended[#ended + 1] = user
    if theirs ~= '' then
      keys[#keys + 1] = KEYS[i + 3]
      keys[#keys + 1] = theirs
    end
    if code ~= '' then
      codes[#codes + 1] = code
      given = given + (theirs == '' and 1 or 0)
    end
    out[i] = 1
  else
    out[i] = 0
  end
end
-- MSET and RPUSH may be refused (maxmemory): they come first, so that the compensation can be made later.
if #keys > 0 then
  redis.call('MSET', unpack(keys))
end
if #codes > 0 then
  redis.call('RPUSH', KEYS[1], unpack(codes))
end
if #ended > 0 then
  redis.call('HDEL', KEYS[2], unpack(ended))
end
if given > 0 then
  redis.call('HINCRBY', KEYS[3], 'compensations', given)
end
return out
