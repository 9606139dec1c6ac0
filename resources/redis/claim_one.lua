-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A person settles one doubt: takes its lease from any holder, so that no settler starts on it from now on.
-- KEYS pending, stats, the user's key
-- ARGV generation, new lease ms, user, reservation, code (empty: do not put it back), since
-- Returns STALE, GONE (Redis does not have it), OTHER (the user has another reservation or a coupon), or a list: age in
-- ms, remaining ms of the previous lease, 1 if it was put back now (the caller takes its code out of the stock).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due = string.format('%.0f', now + tonumber(ARGV[2]))
-- At most now: the clock may have been set back, or the book's may be ahead.
local function atMostNow(text)
  return math.min(now, tonumber(text))
end
local held = redis.call('HGET', KEYS[1], ARGV[3])
local reservation, started, state, was, code = string.match(held or '', '^(%d+):(%d+):([RD]):(%d+):(.+)$')
if reservation then
  if reservation ~= ARGV[4] then
    return redis.status_reply('OTHER')
  end
  local began = atMostNow(started)
  local longest = math.max(tonumber(redis.call('HGET', KEYS[2], 'lease') or '0') or 0, tonumber(ARGV[2]))
  local left = math.max(0, tonumber(was) - now)
  if left > longest or began < tonumber(started) then
    left = 0
  end
  redis.call('HSET', KEYS[1], ARGV[3],
    reservation .. ':' .. string.format('%.0f', began) .. ':' .. state .. ':' .. due .. ':' .. code)
  return { now - began, left, 0 }
end
if ARGV[5] == '' then
  return redis.status_reply('GONE')
end
if redis.call('EXISTS', KEYS[3]) == 1 then
  return redis.status_reply('OTHER')
end
local began = atMostNow(ARGV[6])
redis.call('HSET', KEYS[1], ARGV[3], ARGV[4] .. ':' .. string.format('%.0f', began) .. ':D:' .. due .. ':' .. ARGV[5])
return { now - began, 0, 1 }
