// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/rebuild_lease.h"

#include "core/database/book/book_rebuild.h"
#include "core/database/journal/journal.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {

constexpr int renewalsPerLease = 3;

std::unexpected<Error> elsewhere()
{
    return failure(Trouble::Unavailable, QStringLiteral("another server is rebuilding Redis"));
}

} // namespace

RebuildLease::RebuildLease(Parts parts)
    : m(std::move(parts))
    , m_begin(Script::fromResource(QStringLiteral("rebuild_begin")))
    , m_step(Script::fromResource(QStringLiteral("rebuild_step")))
{
    m_renewal.setInterval(m.length / renewalsPerLease);
    QObject::connect(&m_renewal, &QTimer::timeout, &m_renewal, [this] { renew(); });
}

QCoro::Task<Result<bool>> RebuildLease::isTaken()
{
    std::vector<QByteArray> ask{"PTTL", m.keys.rebuildLease()};
    const auto left = co_await m.redis.commandTask(std::move(ask));
    if (!left)
        co_return std::unexpected(left.error());
    co_return left->integer >= 0 && left->integer <= m.length.count();
}

QCoro::Task<Result<void>> RebuildLease::take(QByteArray book)
{
    // Check first: a server that waits for another's rebuild should not write to the book twice a second.
    const auto taken = co_await isTaken();
    if (!taken)
        co_return std::unexpected(taken.error());
    if (*taken)
        co_return elsewhere();
    std::function<Result<qint64>(Session &)> next = [](Session &session) { return book::nextFence(session); };
    const auto token = co_await m.journal.write<qint64>(std::move(next));
    if (!token)
        co_return std::unexpected(token.error());
    m_token = *token;
    m_lost = false;
    std::vector<QByteArray> keys{m.keys.rebuildLease(), m.keys.stats()};
    std::vector<QByteArray> arguments{tokenText(), lengthText(), std::move(book)};
    const auto begun = co_await m.redis.runTask(m_begin, std::move(keys), std::move(arguments));
    if (!begun)
        co_return std::unexpected(begun.error());
    if (begun->text != "OK")
        co_return elsewhere();
    m_renewal.start();
    co_return Result<void>{};
}

QCoro::Task<> RebuildLease::giveBack()
{
    m_renewal.stop();
    if (m_lost)
        co_return;
    std::vector<QByteArray> none;
    const auto ended = co_await run("GIVE-BACK", std::move(none));
    Q_UNUSED(ended)
}

void RebuildLease::renew()
{
    const std::vector<QByteArray> keys{m.keys.rebuildLease()};
    const std::vector<QByteArray> arguments{tokenText(), lengthText(), ""};
    m.redis.run(m_step, keys, arguments, [this, token = m_token](const RedisResult &reply) {
        if (reply && reply->text == "LOST" && token == m_token)
            m_lost = true;
    });
}

QCoro::Task<Result<void>> RebuildLease::run(QByteArray name, std::vector<QByteArray> keys,
                                            std::vector<QByteArray> values)
{
    if (m_lost)
        co_return judge(RedisReply{RedisReply::Kind::Status, 0, "LOST", {}});
    keys.insert(keys.begin(), m.keys.rebuildLease());
    std::vector<QByteArray> arguments{tokenText(), lengthText(), std::move(name)};
    arguments.insert(arguments.end(), std::make_move_iterator(values.begin()),
                     std::make_move_iterator(values.end()));
    const auto reply = co_await m.redis.runTask(m_step, std::move(keys), std::move(arguments));
    co_return judge(reply);
}

Result<void> RebuildLease::judge(const RedisResult &reply, const QString &changed)
{
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->text == "LOST") {
        m_lost = true;
        return failure(Trouble::Unavailable,
                       QStringLiteral("this server's rebuild took longer than its lease, and was stopped"));
    }
    if (reply->text == "CHANGED")
        return failure(Trouble::Unavailable, changed);
    return {};
}

} // namespace seonchak
