-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- From now on no server acts on the old content: the mark says that it is being rebuilt. The mark is ours, so the
-- remains of a rebuilder that dies later are not mistaken for another program's keys.
-- KEYS lease, stats, available, the key that keeps a list which could not be adopted completely
-- ARGV token, lease ms, length that the list must have (-1: any), 1: keep the list, the book's name
-- Returns LOST, CHANGED (the list has changed since it was examined) or OK.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return redis.status_reply('LOST')
end
if ARGV[3] ~= '-1' then
  local kind = redis.call('TYPE', KEYS[3]).ok
  local length = 0
  if kind == 'list' then
    length = redis.call('LLEN', KEYS[3])
  elseif kind ~= 'none' then
    length = -1
  end
  if length ~= tonumber(ARGV[3]) then
    return redis.status_reply('CHANGED')
  end
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('HSET', KEYS[2], 'generation', 'rebuild:' .. ARGV[1], 'fence', ARGV[1], 'book', ARGV[5])
if ARGV[4] == '1' and redis.call('EXISTS', KEYS[3]) == 1 then
  redis.call('RENAME', KEYS[3], KEYS[4])
end
return redis.status_reply('OK')
