-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything the conservation sentence needs of Redis, at one instant, after adding this server's counts.
-- KEYS available, pending, stats, voiding
-- ARGV generation, most pending entries to name, then pairs: counter, increment
-- Returns STALE, or: stock length, pending length, highest reservation, the stats as a list, the pending entries, the
-- codes about to become VOID, and the time in ms.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local time = redis.call('TIME')
local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
for i = 3, #ARGV, 2 do
  -- Since when the calls to the partner are counted.
  if ARGV[i] == 'storeCalls' and not redis.call('HGET', KEYS[3], 'storeCalls') then
    redis.call('HINCRBY', KEYS[3], 'storeSince', now)
  end
  redis.call('HINCRBY', KEYS[3], ARGV[i], ARGV[i + 1])
end
local pending = {}
local waiting = redis.call('HLEN', KEYS[2])
if waiting > 0 and waiting <= tonumber(ARGV[2]) then
  pending = redis.call('HVALS', KEYS[2])
end
return {
  redis.call('LLEN', KEYS[1]),
  waiting,
  redis.call('HGET', KEYS[3], 'reservation') or '0',
  redis.call('HGETALL', KEYS[3]),
  pending,
  redis.call('SMEMBERS', KEYS[4]),
  now,
}
