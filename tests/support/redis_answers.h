// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/connection.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <memory>

/// Helpers of the Redis connection's tests.
namespace seonchak::test {

/// Counts how often each of many callbacks was called, and keeps the last one's argument.
struct Answers
{
    struct Book
    {
        std::deque<int> calls;
        std::deque<RedisResult> results;
    };
    std::shared_ptr<Book> book = std::make_shared<Book>(); ///< for late callbacks
    std::deque<int> &calls = book->calls;
    std::deque<RedisResult> &results = book->results;

    RedisCallback next()
    {
        const std::size_t index = calls.size();
        calls.push_back(0);
        results.push_back(failure(Trouble::Internal, QStringLiteral("not called")));
        return [into = book, index](RedisResult result) {
            ++into->calls[index];
            into->results[index] = std::move(result);
        };
    }
    [[nodiscard]] bool eachOnce() const
    {
        return std::all_of(calls.begin(), calls.end(), [](int n) { return n == 1; });
    }
    [[nodiscard]] bool noneYet() const
    {
        return std::all_of(calls.begin(), calls.end(), [](int n) { return n == 0; });
    }
    [[nodiscard]] qsizetype count(Trouble trouble) const
    {
        return std::count_if(results.begin(), results.end(),
                             [=](const RedisResult &r) { return !r && r.error().trouble == trouble; });
    }
    [[nodiscard]] qsizetype good() const
    {
        return std::count_if(results.begin(), results.end(),
                             [](const RedisResult &r) { return r.has_value(); });
    }
};

/// Sends a command and runs the event loop until it is answered.
inline RedisResult ask(RedisConnection &redis, const std::vector<QByteArray> &arguments)
{
    RedisResult answer = failure(Trouble::Internal, QStringLiteral("no callback came"));
    bool called = false;
    redis.command(arguments, [&](RedisResult result) {
        answer = std::move(result);
        called = true;
    });
    if (!QTest::qWaitFor([&] { return called; }, 60'000))
        qFatal("A Redis command was not called back within 60 s.");
    return answer;
}

inline bool becomesReady(RedisConnection &redis)
{
    return QTest::qWaitFor([&] { return redis.isReady(); }, 60'000);
}

/// Short backoffs, for tests that wait for them.
inline RedisLimits quick()
{
    RedisLimits limits;
    limits.commandDeadline = std::chrono::seconds(30);
    limits.backOffFirst = std::chrono::milliseconds(5);
    limits.backOffMost = std::chrono::milliseconds(20);
    return limits;
}

/// The same with a short deadline, for a Redis that does not answer.
inline RedisLimits impatient()
{
    RedisLimits limits = quick();
    limits.commandDeadline = std::chrono::milliseconds(150);
    return limits;
}

/// After a failed attempt, only requested retries.
inline RedisLimits withoutRetries()
{
    RedisLimits limits;
    limits.backOffFirst = limits.backOffMost = std::chrono::hours(1000);
    return limits;
}

} // namespace seonchak::test
