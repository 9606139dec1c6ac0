-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is first: one call decides for every request of an event-loop turn.
-- KEYS available, pending, stats, then one user key per user
-- ARGV generation, lease ms, then one user id per user
-- Returns STALE, or a flat list of three per user: kind, code, reservation.
--   0 reserved · 1 already issued, by the user key (code empty: the key is no text, or empty; the book knows)
--   2 a reservation is in progress · 3 sold out · 4 in doubt
-- What one user's key or reservation has become must not keep the others from their coupons: a key of another type is
-- read as empty, and a reservation that nobody can read counts as none.
-- Lua in Redis has no rollback: HINCRBY and HSET may be refused (maxmemory), so they stand before the LPOP.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due = string.format('%.0f', now + tonumber(ARGV[2]))
local started = string.format('%.0f', now)
local out = {}
local function answer(kind, code, reservation)
  out[#out + 1] = kind
  out[#out + 1] = code
  out[#out + 1] = reservation
end
for i = 1, #ARGV - 2 do
  local user = ARGV[i + 2]
  local issued = redis.pcall('GET', KEYS[i + 3])
  if issued then
    answer(1, type(issued) == 'string' and issued or '', 0)
  else
    local held = redis.call('HGET', KEYS[2], user)
    local reservation, state = string.match(held or '', '^(%d+):%d+:([RD]):%d+:.')
    if reservation then
      answer(state == 'D' and 4 or 2, '', tonumber(reservation))
    else
      local code = redis.call('LINDEX', KEYS[1], 0)
      if not code then
        answer(3, '', 0)
      else
        reservation = redis.call('HINCRBY', KEYS[3], 'reservation', 1)
        redis.call('HSET', KEYS[2], user,
          string.format('%.0f', reservation) .. ':' .. started .. ':R:' .. due .. ':' .. code)
        local taken = redis.pcall('LPOP', KEYS[1])
        if type(taken) == 'table' then -- not permitted any more: a script that fails is not undone
          redis.pcall('HDEL', KEYS[2], user)
          return redis.error_reply(taken.err)
        end
        answer(0, code, reservation)
      end
    end
  end
end
return out
