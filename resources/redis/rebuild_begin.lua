-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Takes the lease for a rebuild. The token comes from the book and only grows, so no two rebuilders share one.
-- KEYS lease, stats
-- ARGV token, lease ms, the book's name
-- Returns BUSY (another server has the lease), BEHIND (a later token was used already) or OK.
if redis.call('EXISTS', KEYS[1]) == 1 then
  -- A remaining time longer than any lease: Redis' clock was set back after it was taken. Without an expiry
  -- nobody holds it.
  local left = redis.call('PTTL', KEYS[1])
  if left >= 0 and left <= tonumber(ARGV[2]) then
    return redis.status_reply('BUSY')
  end
end
if redis.call('TYPE', KEYS[2]).ok == 'hash' then
  local fence = tonumber(redis.call('HGET', KEYS[2], 'fence') or '0') or 0
  -- Another book has its own count of tokens.
  local another = (redis.call('HGET', KEYS[2], 'book') or ARGV[3]) ~= ARGV[3]
  if not another and fence > tonumber(ARGV[1]) then
    return redis.status_reply('BEHIND')
  end
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return redis.status_reply('OK')
