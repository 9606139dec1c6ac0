// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/issue/path/redis_steps.h"

namespace seonchak {

class Journal;

/// Step 1: no stock. If Redis has a user key → Already, with the coupon from the database; else a code is
/// generated and saved, and the user key set → Valid. Never sold out.
class UserCache final : public RedisStep
{
public:
    /// `hooks`: the webhook receivers that are notified of each issue.
    UserCache(StepParts parts, Journal &journal, QStringList hooks);

private:
    Task<IssueOutcome> step(UserId user) override;

    Journal &m_journal;
    const QStringList m_hooks;
};

} // namespace seonchak
