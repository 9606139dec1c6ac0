-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Reserves codes in order of arrival: one call decides all requests that arrived during the previous call.
-- KEYS available, pending, stats, then one user key per user
-- ARGV generation, lease ms, the sale's times as the caller knows them (mark:opens:closes), then one user id per user
-- Returns STALE, or a flat list of three per user: kind, code, reservation.
--   0 reserved · 1 already issued, by the user key (code empty: the key is no text, or empty; the book knows)
--   2 a reservation is in progress · 3 sold out (reservation 1: user keys may be missing, so ask the book) · 4 in doubt
--   5 the sale has not opened · 6 it is closed (code: the times that say so; the reservation says the same as with 3)
-- Redis' own clock decides, and the later of two versions of the times.
-- A broken key or reservation of one user must not stop the others from getting coupons: a key of another type is
-- read as empty, and an unreadable reservation counts as none.
-- Four commands take all codes of a call, whatever their number. Lua in Redis has no rollback: HINCRBY and HSET may be
-- refused (maxmemory), so they come before the LTRIM.
local known = redis.call('HMGET', KEYS[3], 'generation', 'times')
if known[1] ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local function timesIn(text)
  local mark, opens, closes = string.match(text or '', '^(%d+):(%d+):(%d+)$')
  return tonumber(mark or 0), tonumber(opens or 0), tonumber(closes or 0)
end
local times = (timesIn(known[2])) > (timesIn(ARGV[3])) and known[2] or ARGV[3]
local _, opens, closes = timesIn(times)
-- The answer for users without a coupon if the sale is not open.
local shut = closes > 0 and now >= closes and 6 or opens > now and 5 or nil
local out = {}
local function answer(i, kind, code, reservation)
  out[i * 3 - 2], out[i * 3 - 1], out[i * 3] = kind, code, reservation
end

-- 0 if there are as many keys as users with a coupon plus our few others: none has vanished. 1 if there are
-- more or fewer (this database may have other content), or if DBSIZE is not permitted.
local missing
local function userKeysMissing()
  if not missing then
    local keys = redis.pcall('DBSIZE')
    local users = tonumber(redis.call('HGET', KEYS[3], 'users') or '0')
    missing = type(keys) == 'number' and keys == users + redis.call('EXISTS', KEYS[1], KEYS[2], KEYS[3]) and 0 or 1
  end
  return missing
end

-- The users who need a code, each once, in order of arrival.
local held = redis.call('HMGET', KEYS[2], unpack(ARGV, 4))
local fresh, first, again = {}, {}, {}
for i = 1, #ARGV - 3 do
  local user = ARGV[i + 3]
  local issued = redis.pcall('GET', KEYS[i + 3])
  local reservation, state = string.match(held[i] or '', '^(%d+):%d+:([RD]):%d+:.')
  if issued then
    answer(i, 1, type(issued) == 'string' and issued or '', 0)
  elseif reservation then
    answer(i, state == 'D' and 4 or 2, '', tonumber(reservation))
  elseif shut then
    answer(i, shut, times, userKeysMissing())
  elseif first[user] then
    again[#again + 1] = i
  else
    first[user] = i
    fresh[#fresh + 1] = i
  end
end

local codes = #fresh > 0 and redis.call('LRANGE', KEYS[1], 0, #fresh - 1) or {}
if #codes > 0 then
  local lease = ':' .. string.format('%.0f', now) .. ':R:' .. string.format('%.0f', now + tonumber(ARGV[2])) .. ':'
  local before = redis.call('HINCRBY', KEYS[3], 'reservation', #codes) - #codes
  local entries, users = {}, {}
  for k, code in ipairs(codes) do
    local i = fresh[k]
    users[k] = ARGV[i + 3]
    entries[k * 2 - 1], entries[k * 2] = users[k], string.format('%.0f', before + k) .. lease .. code
    answer(i, 0, code, before + k)
  end
  redis.call('HSET', KEYS[2], unpack(entries))
  local taken = redis.pcall('LTRIM', KEYS[1], #codes, -1)
  if taken.err then -- not permitted any more: a script that fails is not undone
    redis.pcall('HDEL', KEYS[2], unpack(users))
    return redis.error_reply(taken.err)
  end
end
for k = #codes + 1, #fresh do
  answer(fresh[k], 3, '', userKeysMissing())
end
for _, i in ipairs(again) do
  local at = first[ARGV[i + 3]] * 3
  if out[at - 2] == 0 then
    answer(i, 2, '', out[at])
  else
    answer(i, out[at - 2], '', out[at])
  end
end
return out
