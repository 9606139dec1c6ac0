// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/write_probe.h"

#include "core/async/promised.h"
#include "core/redis/connection.h"
#include "core/redis/protocol.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace seonchak {

namespace {

struct Findings
{
    std::optional<Error> first;

    void add(const RedisResult &reply, const UsedCommand &command)
    {
        if (reply || first)
            return;
        const QString &words = reply.error().detail;
        if (*command.refusal != '\0' && words.startsWith(QLatin1String(command.refusal)))
            return;
        static constexpr std::array onTheMove{"MOVED", "ASK", "TRYAGAIN"};
        const auto &error = reply.error();
        if (std::ranges::any_of(
                onTheMove, [&](const char *code) { return protocol::hasCode(error, QLatin1String(code)); }))
            return;
        first = error;
        // For an error of ours the connection or the timeout matters, not the command.
        const bool theirs =
            error.trouble != Trouble::Uncertain && !words.startsWith(QLatin1String("Redis is"));
        if (theirs && !command.words.empty())
            first->detail += QStringLiteral(" (%1)").arg(QString::fromUtf8(command.words.front()));
    }
};

} // namespace

WriteProbe::WriteProbe(RedisConnection &redis, Keys keys)
    : m_redis(redis)
    , m_commands(usedCommands(keys))
    , m_script(Script::fromResource(QStringLiteral("probe")))
    , m_scriptKeys{keys.stats()}
{
}

QCoro::Task<Result<void>> WriteProbe::run()
{
    const auto findings = std::make_shared<Findings>();
    for (const UsedCommand &command : m_commands) {
        m_redis.command(command.words,
                        [findings, &command](const RedisResult &reply) { findings->add(reply, command); });
    }
    // Answers come in order: when the script's arrives, all have arrived.
    const std::vector<QByteArray> none;
    const auto last = co_await m_redis.runTask(m_script, m_scriptKeys, none);
    findings->add(last, {});
    co_return findings->first ? Result<void>(std::unexpected(*findings->first)) : Result<void>{};
}

} // namespace seonchak
