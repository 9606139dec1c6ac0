// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/issue/path/redis_steps.h"

namespace seonchak {

class Journal;

/// Step 1: no stock. A user key in Redis → Already, the coupon from the database; else a code is generated,
/// saved, and the user key set → Valid. Never sold out.
class UserCache final : public RedisStep
{
public:
    /// `hooks`: the receivers of webhooks that are told of each issue.
    UserCache(StepParts parts, Journal &journal, QStringList hooks);

private:
    Task<IssueOutcome> step(UserId user) override;

    Journal &m_journal;
    const QStringList m_hooks;
};

} // namespace seonchak
