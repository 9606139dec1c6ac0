-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- One page of the keys with a prefix, each with its value if that is a short text. A script, so that on a cluster it
-- runs on the node that has our slot.
-- KEYS stats (names the slot)
-- ARGV cursor, pattern, keys to look at
-- Returns: next cursor, then per key: name, type, value (texts only, 65 bytes at most), 1 if it expires, else 0.
local page = redis.call('SCAN', ARGV[1], 'MATCH', ARGV[2], 'COUNT', ARGV[3])
local out = { page[1] }
for _, key in ipairs(page[2]) do
  local kind = redis.call('TYPE', key).ok
  local expires = 0
  local value = ''
  if kind == 'string' then
    value = redis.call('GETRANGE', key, 0, 64)
    expires = redis.call('PTTL', key) >= 0 and 1 or 0
  end
  for _, part in ipairs({ key, kind, value, expires }) do
    out[#out + 1] = part
  end
end
return out
