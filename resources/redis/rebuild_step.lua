-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- One command of a rebuild, only for the holder of the lease: a rebuilder that was stopped past its lease, or whose
-- command arrives late, changes nothing. Renews the lease.
-- KEYS lease, then the command's keys
-- ARGV token, lease ms, the command (empty: renew only; GIVE-BACK: end the lease), then its values
-- Returns LOST, or what the command returns.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return redis.status_reply('LOST')
end
local name = ARGV[3]
if name == 'GIVE-BACK' then
  redis.call('DEL', KEYS[1])
  return redis.status_reply('OK')
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
if name == '' then
  return redis.status_reply('OK')
end
local words = {}
if name == 'MSET' then
  for i = 2, #KEYS do
    words[#words + 1] = KEYS[i]
    words[#words + 1] = ARGV[i + 2]
  end
else
  for i = 2, #KEYS do
    words[#words + 1] = KEYS[i]
  end
  for i = 4, #ARGV do
    words[#words + 1] = ARGV[i]
  end
end
return redis.call(name, unpack(words))
