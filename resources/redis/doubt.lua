-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The partner's outcome is unknown: the reservation becomes IN DOUBT and is due for settling soon.
-- KEYS pending, stats
-- ARGV generation, ms until due, user, reservation
-- Returns STALE, 1 (marked) or 0 (the reservation is no longer ours).
if redis.call('HGET', KEYS[2], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local held = redis.call('HGET', KEYS[1], ARGV[3])
if not held then
  return 0
end
local reservation, started, _, _, code = string.match(held, '^(%d+):(%d+):([RD]):(%d+):(.+)$')
if reservation ~= ARGV[4] then
  return 0
end
local time = redis.call('TIME')
local due = time[1] * 1000 + math.floor(time[2] / 1000) + tonumber(ARGV[2])
redis.call('HSET', KEYS[1], ARGV[3],
  reservation .. ':' .. started .. ':D:' .. string.format('%.0f', due) .. ':' .. code)
return 1
