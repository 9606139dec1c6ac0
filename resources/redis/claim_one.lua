-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A person settles one doubt: takes its lease, whoever has it, so that no settler begins with it from here on.
-- KEYS available, pending, stats, the user's key
-- ARGV generation, new lease ms, user, reservation, code (empty: do not put it back), since
-- Returns STALE, GONE (Redis does not have it), OTHER (the user or the code has another reservation or a coupon), or a
-- pair: age in ms, ms that were left of the lease before.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due = string.format('%.0f', now + tonumber(ARGV[2]))
local held = redis.call('HGET', KEYS[2], ARGV[3])
if held then
  local reservation, started, state, was, code = string.match(held, '^(%d+):(%d+):(%a):(%d+):(.*)$')
  if reservation ~= ARGV[4] then
    return redis.status_reply('OTHER')
  end
  redis.call('HSET', KEYS[2], ARGV[3], reservation .. ':' .. started .. ':' .. state .. ':' .. due .. ':' .. code)
  return { math.max(0, now - tonumber(started)), math.max(0, tonumber(was) - now) }
end
if ARGV[5] == '' then
  return redis.status_reply('GONE')
end
if redis.call('EXISTS', KEYS[4]) == 1 then
  return redis.status_reply('OTHER')
end
for _, other in ipairs(redis.call('HVALS', KEYS[2])) do
  if string.match(other, '^%d+:%d+:%a:%d+:(.*)$') == ARGV[5] then
    return redis.status_reply('OTHER')
  end
end
redis.call('HSET', KEYS[2], ARGV[3], ARGV[4] .. ':' .. ARGV[6] .. ':D:' .. due .. ':' .. ARGV[5])
redis.call('LREM', KEYS[1], 1, ARGV[5])
return { math.max(0, now - tonumber(ARGV[6])), 0 }
