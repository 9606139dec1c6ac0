-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrects a user key that contradicts the book, if it is still as it was found. If the code in the key is nowhere
-- else, the code becomes a reservation of the user.
-- KEYS user key, pending, stats
-- ARGV generation, how the key was found ("-" missing, "=" and its text; an empty text: not readable as one), the code
-- the user has by the book (empty: none, and the key goes), user, lease ms, the code to keep (or empty)
-- Returns STALE, 0 (the key has changed, or a reservation prevents it), or a list: 1, the reservation of the kept code
-- or 0. The reservation is under way if the user has no coupon, else a doubt that is due now.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local value = redis.pcall('GET', KEYS[1])
local found = '-'
if type(value) == 'string' then
  found = '=' .. value
elseif value then
  found = '='
end
if found ~= ARGV[2] then
  return 0
end
local right, user, keep = ARGV[3], ARGV[4], ARGV[6]
local state = string.match(redis.call('HGET', KEYS[2], user) or '', '^%d+:%d+:([RD]):%d+:.')
if state == 'R' or (state and keep ~= '') then
  return 0
end
local reservation = 0
if keep ~= '' then
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local due = right == '' and now + tonumber(ARGV[5]) or 0
  reservation = redis.call('HINCRBY', KEYS[3], 'reservation', 1)
  redis.call('HSET', KEYS[2], user, string.format('%.0f', reservation) .. ':' .. string.format('%.0f', now) .. ':' ..
    (right == '' and 'R' or 'D') .. ':' .. string.format('%.0f', due) .. ':' .. keep)
end
if right == '' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], right)
end
return { 1, reservation }
