-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last step of a rebuild: the rebuilt keys become the stock, and the new generation opens the gate.
-- KEYS available, available as rebuilt, pending, pending as rebuilt, stats, voiding, lease
-- ARGV generation, highest reservation, highest batch, issued users, token, 1: Redis was empty when the rebuild began,
-- the sale's times as the book has them (mark:opens:closes)
-- Returns LOST (another server has the lease), CHANGED (another program wrote a list into the empty Redis) or OK.
if redis.call('GET', KEYS[7]) ~= ARGV[5] or redis.call('HGET', KEYS[5], 'generation') ~= 'rebuild:' .. ARGV[5] then
  return redis.status_reply('LOST')
end
if ARGV[6] == '1' and redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('HDEL', KEYS[5], 'generation', 'reservation')
  return redis.status_reply('CHANGED')
end
if redis.call('EXISTS', KEYS[2]) == 1 then
  redis.call('RENAME', KEYS[2], KEYS[1])
else
  redis.call('DEL', KEYS[1])
end
if redis.call('EXISTS', KEYS[4]) == 1 then
  redis.call('RENAME', KEYS[4], KEYS[3])
else
  redis.call('DEL', KEYS[3])
end
redis.call('DEL', KEYS[6])
-- The pause is written again from the book: this Redis may have belonged to another sale.
redis.call('HDEL', KEYS[5], 'paused')
for _, field in ipairs(redis.call('HKEYS', KEYS[5])) do
  if string.sub(field, 1, 5) == 'push:' then
    redis.call('HDEL', KEYS[5], field)
  end
end
redis.call('HSET', KEYS[5], 'reservation', ARGV[2], 'batch', ARGV[3], 'users', ARGV[4], 'times', ARGV[7],
  'generation', ARGV[1])
redis.call('DEL', KEYS[7])
return redis.status_reply('OK')
