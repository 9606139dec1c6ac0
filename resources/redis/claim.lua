-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The settler's round: adopts reservations whose lease is over, by Redis' own clock, and gives itself a new lease on
-- them, so that two settlers never work on one. Looks at a slice of the hash per call.
-- KEYS pending, stats
-- ARGV generation, new lease ms, cursor, most
-- Returns STALE, or: next cursor, then per claim: user, reservation, age in ms, state, code.
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due = string.format('%.0f', now + tonumber(ARGV[2]))
local page = redis.call('HSCAN', KEYS[1], ARGV[3], 'COUNT', ARGV[4])
local out = { page[1] }
for i = 1, #page[2], 2 do
  local user, held = page[2][i], page[2][i + 1]
  local reservation, started, state, was, code = string.match(held, '^(%d+):(%d+):(%a):(%d+):(.*)$')
  if reservation and tonumber(was) <= now then
    redis.call('HSET', KEYS[1], user, reservation .. ':' .. started .. ':' .. state .. ':' .. due .. ':' .. code)
    local age = string.format('%.0f', now - tonumber(started))
    for _, part in ipairs({ user, reservation, age, state, code }) do
      out[#out + 1] = part
    end
  end
end
return out
