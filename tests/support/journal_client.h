// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/coupon_book.h"
#include "core/database/journal/journal.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace seonchak {

/// Calls a journal and keeps its answers in the order of the calls. Lives on one thread.
class JournalClient
{
    struct State
    {
        std::vector<Result<Booked>> answers;
        std::size_t answered = 0;
        UserId lastUser = 0;
        std::function<void()> onAnswer;
        std::vector<Result<void>> done;
        std::vector<Result<int>> written;
    };

public:
    static constexpr WallMs now = 1'700'000'000'000;

    explicit JournalClient(Journal &journal)
        : m_journal(journal)
    {
    }
    ~JournalClient() { m_state->onAnswer = {}; }
    JournalClient(const JournalClient &) = delete;
    JournalClient &operator=(const JournalClient &) = delete;

    void book(const IssueEntry &entry)
    {
        const std::size_t at = m_state->answers.size();
        m_state->answers.push_back(failure(Trouble::Internal, QStringLiteral("no answer yet")));
        m_journal.book(entry, [state = m_state, at, user = entry.user](Result<Booked> booked) {
            state->answers[at] = std::move(booked);
            state->lastUser = user;
            ++state->answered;
            if (state->onAnswer)
                state->onAnswer();
        });
    }
    void openDoubt(const DoubtEntry &entry)
    {
        m_journal.openDoubt(
            entry, [state = m_state](Result<void> result) { state->done.push_back(std::move(result)); });
    }
    void closeDoubt(qint64 reservation)
    {
        m_journal.closeDoubt(reservation, [state = m_state](Result<void> result) {
            state->done.push_back(std::move(result));
        });
    }
    void write(std::function<Result<int>(Session &)> work) { run(m_journal, std::move(work), m_state); }

    /// Work that sets one line of the book's meta table, "word".
    static Result<int> setWord(Session &session, const char *value)
    {
        const auto set = book::setMeta(session, "word", value);
        return set ? Result<int>(1) : std::unexpected(set.error());
    }

    [[nodiscard]] std::size_t asked() const { return m_state->answers.size(); }
    [[nodiscard]] std::size_t answered() const { return m_state->answered; }
    [[nodiscard]] const Result<Booked> &at(std::size_t i) const { return m_state->answers[i]; }
    [[nodiscard]] UserId lastUser() const { return m_state->lastUser; }
    [[nodiscard]] int count(Booked::Kind kind) const
    {
        return int(
            std::ranges::count_if(m_state->answers, [&](const auto &a) { return a && a->kind == kind; }));
    }
    void onAnswer(std::function<void()> then) { m_state->onAnswer = std::move(then); }
    /// For doubts, in the order of answering.
    [[nodiscard]] const std::vector<Result<void>> &done() const { return m_state->done; }
    /// For write(), in the order of answering.
    [[nodiscard]] const std::vector<Result<int>> &written() const { return m_state->written; }

private:
    static QCoro::Task<> run(Journal &journal, std::function<Result<int>(Session &)> work,
                             std::shared_ptr<State> state)
    {
        auto result = co_await journal.write<int>(std::move(work));
        state->written.push_back(std::move(result));
    }

    Journal &m_journal;
    std::shared_ptr<State> m_state =
        std::make_shared<State>(); ///< answers may come after the client is destroyed
};

/// What tests of the journal write, into a book with coupons C0, C1, … (see DatabaseFixture::stocked).
namespace journal_entries {

constexpr std::size_t roomy = 100'000; ///< a queue that does not fill

inline QByteArray code(int n)
{
    return "C" + QByteArray::number(n);
}

inline IssueEntry entry(UserId user, const QByteArray &codeText, qint64 reservation)
{
    return {user, codeText, reservation, JournalClient::now};
}

/// User n + 1 gets code n.
inline IssueEntry entry(int n)
{
    return entry(n + 1, code(n), n + 1);
}

} // namespace journal_entries

} // namespace seonchak
