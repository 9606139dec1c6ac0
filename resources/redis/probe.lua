-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whether scripts may run, and may do what no harmless command tests: RPUSH and SADD on a key of another type are
-- refused after all other checks, and change nothing.
-- KEYS: stats
local fields = redis.pcall('HLEN', KEYS[1])
if type(fields) == 'number' and fields > 0 then
  for _, command in ipairs({ 'RPUSH', 'SADD' }) do
    local answer = redis.pcall(command, KEYS[1], '')
    if type(answer) == 'table' and answer.err and not string.find(answer.err, 'WRONGTYPE', 1, true) then
      return redis.error_reply(answer.err .. ' (' .. command .. ' in a script)')
    end
  end
end
return redis.status_reply('OK')
