-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The settler's round: adopts reservations whose lease has expired by Redis' own clock, and takes a new lease on
-- them, so that two settlers never work on one. Reads one slice of the hash per call.
-- The clock may have been set back since a reservation was made. A valid one never begins in the future, and is never
-- due later than any server's longest lease from now: otherwise its lease counts as expired. One that began in the
-- future restarts now, so that its age counts again.
-- KEYS pending, stats
-- ARGV generation, new lease ms, cursor, most, longest lease ms of this server (all servers' longest is kept in stats)
-- Returns STALE, or: the time in ms, next cursor, then per claim: user, reservation, age in ms, state, code.
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local longest = tonumber(redis.call('HGET', KEYS[2], 'lease') or '0') or 0
if longest < tonumber(ARGV[5]) then
  longest = tonumber(ARGV[5])
  redis.call('HSET', KEYS[2], 'lease', ARGV[5])
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due = string.format('%.0f', now + tonumber(ARGV[2]))
local page = redis.call('HSCAN', KEYS[1], ARGV[3], 'COUNT', ARGV[4])
local out = { string.format('%.0f', now), page[1] }
-- Another node that takes over may have a clock a little behind.
local slack = 1000
for i = 1, #page[2], 2 do
  local user, held = page[2][i], page[2][i + 1]
  local reservation, started, state, was, code = string.match(held, '^(%d+):(%d+):([RD]):(%d+):(.+)$')
  if reservation then
    local began, until_ = tonumber(started), tonumber(was)
    if until_ <= now or until_ > now + longest + slack or began > now + slack then
      if began > now then
        began = now
      end
      started = string.format('%.0f', began)
      redis.call('HSET', KEYS[1], user, reservation .. ':' .. started .. ':' .. state .. ':' .. due .. ':' .. code)
      for _, part in ipairs({ user, reservation, string.format('%.0f', now - began), state, code }) do
        out[#out + 1] = part
      end
    end
  end
end
return out
