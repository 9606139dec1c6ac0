// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/async/task.h"
#include "core/issue/ground/failpoints.h"
#include "core/issue/ground/issuer.h"
#include "core/issue/ground/ports.h"
#include "core/issue/ground/readiness.h"
#include "core/issue/path/door.h"
#include "core/partner/partner.h"
#include "core/redis/keys.h"
#include "core/redis/reply.h"
#include "core/watch/counters.h"

/// The documents' own steps, each to be read beside the documents' listing, with the same weaknesses: the
/// commands are not atomic, so a double click can take two coupons, and a crash between two lines loses one.
/// The book's row is written after the answer (write-behind).
namespace seonchak {

class RedisConnection;

struct StepParts
{
    RedisConnection &redis;
    Keys keys;
    Book &book;
    Partner &partner;
    Readiness &readiness;
    Counters &counters;
    const Clock &clock;
    Failpoints *failpoints = nullptr; ///< null except in the lab
};

/// A code read from Redis; empty if there was none.
struct StepCode
{
    QByteArray text;
};

/// What the steps share: the listing's one-line commands, and the row written after the answer.
class RedisStep : public Issuer
{
public:
    explicit RedisStep(StepParts parts);
    Task<IssueOutcome> issue(UserId user) final;

protected:
    /// The listing itself, called once the gate is open.
    virtual Task<IssueOutcome> step(UserId user) = 0;

    Task<Result<StepCode>> get(UserId user);     ///< the user's code
    Task<Result<StepCode>> leftPop(UserId user); ///< the first code of the stock
    Task<Result<void>> rightPush(UserId user, QByteArray code);
    Task<Result<void>> set(UserId user, QByteArray code);
    Task<IssueOutcome> alreadyHas(QByteArray code);
    Task<IssueOutcome> valid(UserId user, QByteArray code); ///< the row is written afterwards
    Task<SendOutcome> sendToPartner(UserId user, QByteArray code);

    using Edge = Failpoints::Edge;
    StepParts m;

private:
    Task<> writeBehind(IssueEntry entry);
    Task<RedisResult> ask(std::vector<QByteArray> command);

    Door m_door;
};

/// Step 2: GET, LPOP, SET. No partner.
class RedisLpop final : public RedisStep
{
    using RedisStep::RedisStep;
    Task<IssueOutcome> step(UserId user) override;
};

/// Step 3, before: a failed partner call loses the coupon.
class RedisLpopLossy final : public RedisStep
{
    using RedisStep::RedisStep;
    Task<IssueOutcome> step(UserId user) override;
};

/// Step 3, after: a failed partner call puts the code back.
class RedisLpopCompensate final : public RedisStep
{
    using RedisStep::RedisStep;
    Task<IssueOutcome> step(UserId user) override;
};

} // namespace seonchak
