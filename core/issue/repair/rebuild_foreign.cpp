// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_audit.h"
#include "core/database/journal/journal.h"
#include "core/issue/repair/adoption.h"
#include "core/issue/repair/rebuild.h"

#include <QDateTime>
#include <QElapsedTimer>

/// What a rebuild does about foreign keys.
namespace seonchak {

namespace {
constexpr qint64 lookAgainMs = 2000;
constexpr qint64 restPerLook = 20; ///< a long examination is not repeated immediately: Redis may be shared
} // namespace

std::unexpected<Error> Rebuild::undecided() const
{
    const auto found = m.foreign.found().value_or(ForeignFound{});
    const QString whose = found.anotherBook
                              ? QStringLiteral("Redis belongs to another database of Seonchak: %1")
                              : QStringLiteral("Redis holds keys of another program: %1");
    return failure(Trouble::Conflict, whose.arg(m.foreign.sentence(found)) +
                                          QStringLiteral(". Adopt them, discard them, or leave them and use "
                                                         "another Redis or key prefix"));
}

QCoro::Task<Result<Rebuild::Content>> Rebuild::lookAround(const View &view)
{
    const bool refused = m.foreign.decision().choice == ForeignChoice::Refuse;
    if (refused && m.foreign.found() && !m_lookAgain.hasExpired())
        co_return undecided();
    QElapsedTimer took;
    took.start();
    m.foreign.setLooking(true);
    auto content = co_await look(view.marks.areOfAnother(view.book));
    if (content && content->kind == Content::Kind::Foreign) {
        m.foreign.find(content->keys.found());
        m_lookAgain.setRemainingTime(std::max(lookAgainMs, took.elapsed() * restPerLook));
        if (refused)
            content = undecided();
    }
    m.foreign.setLooking(false);
    co_return content;
}

QCoro::Task<Result<Rebuild::Content>> Rebuild::look(bool anotherBook)
{
    Content content;
    auto keys = co_await m_scan.look();
    if (!keys)
        co_return std::unexpected(keys.error());
    content.keys = std::move(*keys);
    content.keys.anotherBook = anotherBook;
    if (anotherBook && content.keys.reservations > 0 && !content.keys.others.contains(m.keys.pending()))
        content.keys.others.append(
            m.keys.pending()); // They have our format, but belong to the other book's server.
    if (content.keys.isEmpty()) {
        content.kind = Content::Kind::Empty;
        co_return content;
    }
    content.kind = Content::Kind::Foreign;
    if (anotherBook) // Even if both know all of it, because one adopted it from the other: each would
                     // issue it.
        co_return content;
    const auto ours = co_await m_scan.isOurs(content.keys);
    if (!ours)
        co_return std::unexpected(ours.error());
    if (*ours)
        content.kind = Content::Kind::Unmarked;
    co_return content;
}

QCoro::Task<Result<void>> Rebuild::settleForeign(Content *content)
{
    const auto decision = m.foreign.decision();
    const QString actor = decision.actor.isEmpty() ? QStringLiteral("keeper") : decision.actor;
    if (decision.choice == ForeignChoice::Adopt)
        co_return co_await adoptForeign(content, actor);
    if (decision.choice != ForeignChoice::Discard)
        co_return undecided();
    const auto told =
        co_await audit(actor, QStringLiteral("discard: ") + m.foreign.sentence(content->keys.found()),
                       QStringLiteral("done: these keys are deleted"));
    if (!told)
        co_return told;
    const QList<QByteArray> prefixes{m.keys.couponPrefix(), m.keys.userPrefix()};
    for (const auto &prefix : prefixes) {
        const auto deleted = co_await deleteAll(prefix);
        if (!deleted)
            co_return deleted;
    }
    content->keys = {};
    content->kind = Content::Kind::Marked; // Anything written after the decision is deleted as well.
    co_return Result<void>{};
}

QCoro::Task<Result<void>> Rebuild::adoptForeign(Content *content, QString actor)
{
    Adoption adoption({m_scan, m.journal, m_lease});
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
        if (key.startsWith(m.keys.userPrefix()) || m_scan.isOwnName(key))
            keys.append(key);
    }
    // A rebuild would delete them.
    co_return co_await keepAside(std::move(keys));
}

QCoro::Task<Result<void>> Rebuild::keepAside(QList<QByteArray> keys)
{
    for (const auto &key : keys) {
        std::vector<QByteArray> names{key, m.keys.keptAside(m_lease.tokenText(), key)};
        const auto renamed = co_await m_lease.run("RENAME", std::move(names));
        if (!renamed)
            co_return renamed;
    }
    if (!keys.isEmpty())
        m.log(QStringLiteral("%1 keys that could not be taken over are kept as %2")
                  .arg(keys.size())
                  .arg(QString::fromUtf8(m.keys.keptAside(m_lease.tokenText(), m.keys.root() + ":*"))));
    co_return Result<void>{};
}

/// Written to disk before Redis is changed, and to the log.
QCoro::Task<Result<void>> Rebuild::audit(QString actor, QString detail, QString result)
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
