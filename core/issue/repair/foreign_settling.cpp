// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/foreign_settling.h"

#include "core/database/book/book_audit.h"
#include "core/database/journal/journal.h"
#include "core/issue/repair/adoption.h"

#include <QDateTime>
#include <QElapsedTimer>

namespace seonchak {

namespace {
constexpr qint64 lookAgainMs = 2000;
constexpr qint64 restPerLook = 20; ///< a long examination is not repeated immediately: Redis may be shared
} // namespace

std::unexpected<Error> ForeignSettling::undecided() const
{
    const auto found = m.foreign.found().value_or(ForeignFound{});
    const QString whose = found.anotherBook
                              ? QStringLiteral("Redis belongs to another database of Seonchak: %1")
                              : QStringLiteral("Redis holds keys of another program: %1");
    return failure(Trouble::Conflict, whose.arg(m.foreign.sentence(found)) +
                                          QStringLiteral(". Adopt them, discard them, or leave them and use "
                                                         "another Redis or key prefix"));
}

QCoro::Task<Result<RedisContent>> ForeignSettling::lookAround(bool anotherBook)
{
    const bool refused = m.foreign.decision().choice == ForeignChoice::Refuse;
    if (refused && m.foreign.found() && !m_lookAgain.hasExpired())
        co_return undecided();
    QElapsedTimer took;
    took.start();
    m.foreign.setLooking(true);
    auto content = co_await look(anotherBook);
    if (content && content->kind == RedisContent::Kind::Foreign) {
        m.foreign.find(content->keys.found());
        m_lookAgain.setRemainingTime(std::max(lookAgainMs, took.elapsed() * restPerLook));
        if (refused)
            content = undecided();
    }
    m.foreign.setLooking(false);
    co_return content;
}

QCoro::Task<Result<RedisContent>> ForeignSettling::look(bool anotherBook)
{
    RedisContent content;
    auto keys = co_await m.scan.look();
    if (!keys)
        co_return std::unexpected(keys.error());
    content.keys = std::move(*keys);
    content.keys.anotherBook = anotherBook;
    if (anotherBook && content.keys.reservations > 0 && !content.keys.others.contains(m.keys.pending()))
        content.keys.others.append(
            m.keys.pending()); // They have our format, but belong to the other book's server.
    if (content.keys.isEmpty()) {
        content.kind = RedisContent::Kind::Empty;
        co_return content;
    }
    content.kind = RedisContent::Kind::Foreign;
    if (anotherBook) // Even if both know all of it, because one adopted it from the other: each would
                     // issue it.
        co_return content;
    const auto ours = co_await m.scan.isOurs(content.keys);
    if (!ours)
        co_return std::unexpected(ours.error());
    if (*ours)
        content.kind = RedisContent::Kind::Unmarked;
    co_return content;
}

QCoro::Task<Result<void>> ForeignSettling::settle(RedisContent *content)
{
    const auto decision = m.foreign.decision();
    const QString actor = decision.actor.isEmpty() ? QStringLiteral("keeper") : decision.actor;
    if (decision.choice == ForeignChoice::Adopt)
        co_return co_await adopt(content, actor);
    if (decision.choice != ForeignChoice::Discard)
        co_return undecided();
    const auto told =
        co_await audit(actor, QStringLiteral("discard: ") + m.foreign.sentence(content->keys.found()),
                       QStringLiteral("done: these keys are deleted"));
    if (!told)
        co_return told;
    const QList<QByteArray> prefixes{m.keys.couponPrefix(), m.keys.userPrefix()};
    for (const auto &prefix : prefixes) {
        const auto deleted = co_await m.fill.deleteAll(prefix);
        if (!deleted)
            co_return deleted;
    }
    content->keys = {};
    content->kind = RedisContent::Kind::Marked; // Anything written after the decision is deleted as well.
    co_return Result<void>{};
}

QCoro::Task<Result<void>> ForeignSettling::adopt(RedisContent *content, QString actor)
{
    Adoption adoption({m.scan, m.journal, m.lease});
    const auto report = co_await adoption.run(content->keys, m.keys);
    if (!report)
        co_return std::unexpected(report.error());
    const auto told =
        co_await audit(actor, QStringLiteral("adopt: ") + m.foreign.sentence(content->keys.found()),
                       QStringLiteral("done: ") + report->sentence());
    if (!told)
        co_return told;
    content->keepList = report->listRefused;
    QList<QByteArray> keys = report->refusedKeys;
    for (const auto &key : content->keys.others) {
        if (key.startsWith(m.keys.userPrefix()) || m.scan.isOwnName(key))
            keys.append(key);
    }
    // A rebuild would delete them.
    co_return co_await keepAside(std::move(keys));
}

QCoro::Task<Result<void>> ForeignSettling::keepAside(QList<QByteArray> keys)
{
    for (const auto &key : keys) {
        std::vector<QByteArray> names{key, m.keys.keptAside(m.lease.tokenText(), key)};
        const auto renamed = co_await m.lease.run("RENAME", std::move(names));
        if (!renamed)
            co_return renamed;
    }
    if (!keys.isEmpty())
        m.log(QStringLiteral("%1 keys that could not be taken over are kept as %2")
                  .arg(keys.size())
                  .arg(QString::fromUtf8(m.keys.keptAside(m.lease.tokenText(), m.keys.root() + ":*"))));
    co_return Result<void>{};
}

/// Written to disk before Redis is changed, and to the log.
QCoro::Task<Result<void>> ForeignSettling::audit(QString actor, QString detail, QString result)
{
    m.log(QStringLiteral("keys of another program, %1; %2").arg(detail, result));
    const AuditEntry entry{
        0, QDateTime::currentMSecsSinceEpoch(), actor, QStringLiteral("foreign-keys"), detail, result};
    std::function<Result<bool>(Session &)> work = [entry](Session &session) -> Result<bool> {
        const auto written = book::writeAudit(session, entry);
        return written ? Result<bool>(true) : std::unexpected(written.error());
    };
    const auto written = co_await m.journal.write<bool>(std::move(work));
    co_return written ? Result<void>{} : std::unexpected(written.error());
}

} // namespace seonchak
