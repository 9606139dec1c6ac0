-- SPDX-FileCopyrightText: 2026 The Seonchak authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Writes a list and a set on a key of the doctor's own, and removes them in the same step.
-- KEYS: a key that nobody has
for _, command in ipairs({ 'RPUSH', 'SADD' }) do
  local answer = redis.pcall(command, KEYS[1], '-')
  if type(answer) == 'table' and answer.err then
    return redis.error_reply(answer.err .. ' (' .. command .. ' in a script)')
  end
  redis.call('DEL', KEYS[1])
end
return redis.status_reply('OK')
