// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/journal/journal_batch.h"

#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace seonchak {

namespace {

/// One thread's answers.
struct Share
{
    std::shared_ptr<TaskHome> home;
    std::vector<std::pair<Journal::BookCallback, Result<Booked>>> issues;
    std::vector<std::pair<Journal::DoneCallback, Result<void>>> doubts;

    void deliver()
    {
        for (auto &[done, answer] : issues)
            done(std::move(answer));
        for (auto &[done, answer] : doubts)
            done(std::move(answer));
    }
};

/// Only a few threads: a linear search beats any map.
class Shares
{
public:
    Share &of(const std::shared_ptr<TaskHome> &home)
    {
        const auto found = std::ranges::find(m_shares, home, &Share::home);
        if (found != m_shares.end())
            return *found;
        m_shares.append(Share{home, {}, {}});
        return m_shares.last();
    }
    void post()
    {
        for (Share &share : m_shares) {
            const auto home = share.home;
            home->post([share = std::move(share)]() mutable { share.deliver(); });
        }
    }

private:
    static constexpr qsizetype usualThreads = 4;
    QVarLengthArray<Share, usualThreads> m_shares;
};

constexpr std::size_t ordinarySize = 1024;

template <typename T>
void empty(std::vector<T> &list)
{
    list.clear();
    if (list.capacity() > ordinarySize)
        list.shrink_to_fit();
}

} // namespace

void JournalBatch::clear()
{
    empty(issues);
    empty(issueReplies);
    empty(doubts);
    empty(doubtReplies);
}

JournalAnswers JournalAnswers::same(const JournalBatch &batch, const Error &error)
{
    JournalAnswers answers;
    answers.issues.assign(batch.issues.size(), std::unexpected(error));
    answers.doubts.assign(batch.doubts.size(), std::unexpected(error));
    return answers;
}

Result<JournalAnswers> writeRows(Session &session, const JournalBatch &batch, const QStringList &issueHooks)
{
    JournalAnswers answers;
    auto doubts = book::writeDoubts(session, batch.doubts);
    if (!doubts)
        return std::unexpected(doubts.error());
    answers.doubts = std::move(*doubts);
    auto issues = book::writeIssues(session, batch.issues, issueHooks);
    if (!issues)
        return std::unexpected(issues.error());
    answers.issues = std::move(*issues);
    return answers;
}

std::vector<JournalBatch> split(JournalBatch batch)
{
    std::vector<JournalBatch> parts;
    parts.reserve(batch.size());
    for (std::size_t i = 0; i < batch.doubts.size(); ++i) {
        JournalBatch &part = parts.emplace_back();
        part.doubts.push_back(std::move(batch.doubts[i]));
        part.doubtReplies.push_back(std::move(batch.doubtReplies[i]));
    }
    for (std::size_t i = 0; i < batch.issues.size(); ++i) {
        JournalBatch &part = parts.emplace_back();
        part.issues.push_back(std::move(batch.issues[i]));
        part.issueReplies.push_back(std::move(batch.issueReplies[i]));
    }
    return parts;
}

void handBack(JournalBatch &batch, JournalAnswers answers)
{
    Shares shares;
    for (std::size_t i = 0; i < batch.issues.size(); ++i) {
        auto &reply = batch.issueReplies[i];
        auto &issues = shares.of(reply.home).issues;
        if (issues.empty())
            issues.reserve(batch.issues.size() - i);
        issues.emplace_back(std::move(reply.done), std::move(answers.issues[i]));
    }
    for (std::size_t i = 0; i < batch.doubts.size(); ++i) {
        auto &reply = batch.doubtReplies[i];
        shares.of(reply.home).doubts.emplace_back(std::move(reply.done), std::move(answers.doubts[i]));
    }
    shares.post();
}

} // namespace seonchak
