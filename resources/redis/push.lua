-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Appends one batch of codes to the stock, once: the batch's mark makes a replay harmless.
-- KEYS available, stats
-- ARGV generation, batch, codes…
-- Returns STALE, 1 (pushed now) or 0 (was pushed before).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local mark = 'push:' .. ARGV[2]
if redis.call('HEXISTS', KEYS[2], mark) == 1 then
  return 0
end
-- unpack() has a limit of some 8,000 values.
for first = 3, #ARGV, 5000 do
  redis.call('RPUSH', KEYS[1], unpack(ARGV, first, math.min(first + 4999, #ARGV)))
end
redis.call('HSET', KEYS[2], mark, 1)
return 1
