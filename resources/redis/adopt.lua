-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last step of a rebuild: what was built aside becomes the stock, and the new generation opens the gate.
-- KEYS available, available as rebuilt, pending, pending as rebuilt, stats, voiding
-- ARGV generation, highest reservation, highest batch, issued users
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
-- Whether the sale is paused is told anew from the book: this Redis may have been another sale's.
redis.call('HDEL', KEYS[5], 'paused')
for _, field in ipairs(redis.call('HKEYS', KEYS[5])) do
  if string.sub(field, 1, 5) == 'push:' then
    redis.call('HDEL', KEYS[5], field)
  end
end
redis.call('HSET', KEYS[5], 'reservation', ARGV[2], 'batch', ARGV[3], 'users', ARGV[4], 'generation', ARGV[1])
return redis.status_reply('OK')
