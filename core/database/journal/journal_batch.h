// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task_home.h"
#include "core/database/book/issue_rows.h"
#include "core/database/journal/journal.h"

namespace seonchak {

template <typename Callback>
struct JournalReply
{
    std::shared_ptr<TaskHome> home; ///< the thread that asked and gets the answer
    Callback done;
};

/// Everything queued during the last commit; becomes one transaction.
struct JournalBatch
{
    std::vector<IssueEntry> issues;
    std::vector<JournalReply<Journal::BookCallback>> issueReplies;
    std::vector<book::DoubtChange> doubts;
    std::vector<JournalReply<Journal::DoneCallback>> doubtReplies;

    [[nodiscard]] std::size_t size() const { return issues.size() + doubts.size(); }
    /// Empties it, and keeps the memory of a batch of ordinary size.
    void clear();
};

/// One answer per entry, in the batch's order.
struct JournalAnswers
{
    std::vector<Result<Booked>> issues;
    std::vector<Result<void>> doubts;

    static JournalAnswers same(const JournalBatch &batch, const Error &error);
};

/// Writes the batch inside the current transaction: doubts first, so that an issue ends a doubt of its own
/// batch. `issueHooks` are notified of the issues.
Result<JournalAnswers> writeRows(Session &session, const JournalBatch &batch, const QStringList &issueHooks);
/// One batch for each entry.
std::vector<JournalBatch> split(JournalBatch batch);
/// Delivers to each calling thread its whole share with one event. The batch's callbacks are then moved from.
void handBack(JournalBatch &batch, JournalAnswers answers);

} // namespace seonchak
