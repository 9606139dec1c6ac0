-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Removes the named coupons that are in the stock for good. They stay in `voiding` until they are VOID in the book, so
-- that a crash in between loses none.
-- KEYS available, voiding, stats
-- ARGV generation, code…
-- Searches from the end of the stock, where the newest codes are. It stops after some milliseconds, so that issues need
-- not wait for a long search.
-- Returns STALE, or how many of the codes were searched for, then those that are in `voiding` now. Replaying it changes
-- nothing.
if redis.call('HGET', KEYS[3], 'generation') ~= ARGV[1] then
  return redis.status_reply('STALE')
end
local function now()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000000 + tonumber(time[2])
end
local limit = now() + 3000
local answer = { 0 }
local taken = 0
for i = 2, #ARGV do
  local code = ARGV[i]
  -- SADD may be refused (maxmemory): it comes before anything leaves the stock.
  if redis.call('SADD', KEYS[2], code) == 0 then
    answer[#answer + 1] = code
  elseif redis.call('LREM', KEYS[1], -1, code) == 1 then
    taken = taken + 1
    answer[#answer + 1] = code
  else
    redis.call('SREM', KEYS[2], code)
  end
  answer[1] = i - 1
  if now() > limit then
    break
  end
end
if taken > 0 then
  redis.call('HINCRBY', KEYS[3], 'voids', taken)
end
return answer
