-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- From here on no server acts on the old content: the mark says that it is being rebuilt. Such a mark is ours, so what
-- a rebuilder that dies from here on leaves behind is not taken for another program's.
-- KEYS lease, stats, available, where a list is kept that could not be taken over whole
-- ARGV token, lease ms, length that the list must have (-1: any), 1: keep the list, the book's name
-- Returns LOST, CHANGED (the list is not what was looked at) or OK.
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
