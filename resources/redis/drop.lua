-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A reservation whose code can be trusted to nobody: taken out without giving the code back (it was set aside in
-- the book, and the conservation light shows it).
-- KEYS pending, stats, the user's key
-- ARGV generation, user, reservation, the code the user has by the book (or empty), the states it may be in: "R" for the
-- saga, "RD" for the settler
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local number, state = string.match(redis.call('HGET', KEYS[1], ARGV[2]) or '', '^(%d+):%d+:(%a):')
if number == ARGV[3] and string.find(ARGV[5], state, 1, true) then
  if ARGV[4] ~= '' then
    redis.call('SET', KEYS[3], ARGV[4])
  end
  redis.call('HDEL', KEYS[1], ARGV[2])
  return 1
end
return 0
