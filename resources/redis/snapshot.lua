-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything the conservation sentence needs of Redis, at one instant, after adding this server's counts.
-- KEYS available, pending, stats
-- ARGV generation, most pending entries to name, then pairs: counter, increment
-- Returns STALE, or: stock length, pending length, highest reservation, the stats as a list, the pending entries.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
for i = 3, #ARGV, 2 do
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
}
