// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/journal/journal_writer.h"

#include <pthread.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace seonchak {

namespace {
constexpr int mostTries = 4;
constexpr int batchesInSteps = 100;
/// The interval between tries on a database without writes: whether it accepts writes must be known before
/// the next customer comes.
constexpr std::chrono::seconds probeEvery{3};

/// Marks, while it exists, that we wait for the database.
class Busy
{
public:
    explicit Busy(std::atomic<qint64> &since)
        : m_since(since)
    {
        m_since.store(JournalLink::Clock::now().time_since_epoch().count());
    }
    ~Busy() { m_since.store(0); }
    Busy(const Busy &) = delete;
    Busy &operator=(const Busy &) = delete;

private:
    std::atomic<qint64> &m_since;
};
} // namespace

JournalWriter::JournalWriter(DatabaseUrl url, std::size_t queueMost, QStringList issueHooks, Wakers &changes)
    : m_queueMost(queueMost)
    , m_issueHooks(std::move(issueHooks))
    , m_link(std::move(url), m_connected, changes)
    , m_thread([this] { run(); })
{
}

JournalWriter::~JournalWriter()
{
    finish();
    m_thread.join();
}

void JournalWriter::finish()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_wake.notify_all();
}

std::chrono::nanoseconds JournalWriter::waitsSince() const
{
    using Clock = JournalLink::Clock;
    const qint64 since = m_busySince.load();
    return since == 0 ? Clock::duration{} : Clock::now().time_since_epoch() - Clock::duration(since);
}

bool JournalWriter::put(IssueEntry &entry, JournalReply<Journal::BookCallback> &reply)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= m_queueMost)
        return false;
    m_waiting.issues.push_back(std::move(entry));
    m_waiting.issueReplies.push_back(std::move(reply));
    noteDepth();
    return true;
}

bool JournalWriter::put(book::DoubtChange &change, JournalReply<Journal::DoneCallback> &reply)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= m_queueMost)
        return false;
    m_waiting.doubts.push_back(std::move(change));
    m_waiting.doubtReplies.push_back(std::move(reply));
    noteDepth();
    return true;
}

bool JournalWriter::put(Journal::Work &work)
{
    const std::lock_guard lock(m_mutex);
    if (m_works.size() >= m_queueMost)
        return false;
    m_works.push_back(std::move(work));
    if (m_works.size() == 1)
        m_wake.notify_one();
    return true;
}

void JournalWriter::hurry()
{
    m_link.hurry();
    const std::lock_guard lock(m_mutex); // A thread that is about to wait has checked the link before.
    m_wake.notify_all();
}

void JournalWriter::beBrief()
{
    m_link.beBrief();
}

void JournalWriter::noteDepth()
{
    m_depth.store(m_waiting.size());
    if (m_waiting.size() == 1)
        m_wake.notify_one();
}

bool JournalWriter::isStopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void JournalWriter::run()
{
    ::pthread_setname_np(::pthread_self(), "journal");
    while (true) {
        const bool stopping = isStopping();
        const bool due = stopping || JournalLink::Clock::now() >= m_link.nextTry();
        if (!m_link.session() && due && !m_link.permanentTrouble())
            m_link.tryConnect();
        Taken taken = take(stopping);
        if (stopping && taken.isEmpty())
            break;
        if (taken.batch.size() == 0) // Work may fail without any database error.
            probe();
        if (!taken.isEmpty())
            serve(std::move(taken));
    }
    m_link.close();
}

JournalWriter::Taken JournalWriter::take(bool stopping)
{
    const bool away = !m_link.session() && !m_link.permanentTrouble();
    const bool patient = away && !stopping && m_link.isPatient();
    std::unique_lock lock(m_mutex);
    const auto due = [&] { return m_stopping || (!patient && (m_waiting.size() > 0 || !m_works.empty())); };
    if (away)
        m_wake.wait_until(lock, m_link.nextTry(), due);
    else if (m_link.session())
        m_wake.wait_until(lock, m_nextProbe, due);
    else
        m_wake.wait(lock, due);
    Taken taken;
    if (patient)
        return taken;
    taken.batch = std::exchange(m_waiting, std::move(m_spare));
    m_depth.store(0);
    if (!m_link.session()) {
        std::ranges::move(m_works, std::back_inserter(taken.works));
        m_works.clear();
    } else if (!m_works.empty()) {
        taken.works.push_back(std::move(m_works.front()));
        m_works.pop_front();
    }
    return taken;
}

/// A batch, then one piece of work, so that neither starves the other.
void JournalWriter::serve(Taken taken)
{
    if (!m_link.session()) {
        refuse(std::move(taken));
        return;
    }
    if (taken.batch.size() > 0)
        writeBatch(std::move(taken.batch));
    if (taken.works.empty())
        return;
    if (m_link.session()) {
        runWork(taken.works.front());
    } else { // the batch lost the database: the work waits until it is back
        const std::lock_guard lock(m_mutex);
        m_works.push_front(std::move(taken.works.front()));
    }
}

void JournalWriter::refuse(Taken taken)
{
    const Error why{Trouble::Unavailable, m_link.why().detail, {}};
    JournalAnswers answers = JournalAnswers::same(taken.batch, why);
    handBack(taken.batch, std::move(answers));
    for (const Journal::Work &work : taken.works)
        work(nullptr, why);
}

void JournalWriter::committed()
{
    m_nextProbe = JournalLink::Clock::now() + probeEvery;
}

void JournalWriter::probe()
{
    if (!m_link.session() || JournalLink::Clock::now() < m_nextProbe)
        return;
    const Busy busy(m_busySince);
    m_link.followPace();
    m_link.probe();
    m_nextProbe = JournalLink::Clock::now() + probeEvery;
}

Result<JournalAnswers> JournalWriter::tryBatch(const JournalBatch &batch)
{
    const Busy busy(m_busySince);
    const auto gate = m_link.passGate();
    m_link.followPace();
    if (mayBePlain(batch)) {
        auto issues = book::writePlainIssues(*m_link.session(), batch.issues);
        if (!issues)
            return std::unexpected(issues.error());
        if (*issues)
            return JournalAnswers{std::move(**issues), {}};
        m_notPlain = batchesInSteps;
    }
    return writeInSteps(batch);
}

/// Whether to try the plain path. After a batch that needed more (an open doubt, say), the next few do too.
bool JournalWriter::mayBePlain(const JournalBatch &batch)
{
    if (m_notPlain > 0) {
        --m_notPlain;
        return false;
    }
    return m_link.session()->engine() == DatabaseUrl::Engine::Postgresql && batch.doubts.empty() &&
           m_issueHooks.isEmpty();
}

Result<JournalAnswers> JournalWriter::writeInSteps(const JournalBatch &batch)
{
    Session &session = *m_link.session();
    Result<JournalAnswers> answers = JournalAnswers{};
    const auto write = [&]() -> Result<void> {
        answers = writeRows(session, batch, m_issueHooks);
        return answers ? Result<void>{} : std::unexpected(answers.error());
    };
    const auto done = session.transaction(std::cref(write));
    if (!done)
        return std::unexpected(done.error());
    return answers;
}

void JournalWriter::writeBatch(JournalBatch batch)
{
    bool uncertain = false;
    for (int tries = 1;; ++tries) {
        auto answers = tryBatch(batch);
        if (answers) {
            committed();
            handBack(batch, std::move(*answers));
            batch.clear();
            m_spare = std::move(batch);
            return;
        }
        // After a lost connection the same batch is simply written again. If the answer to the commit was
        // lost, this reads what the commit did, and does the rest: entries already in the book answer Issued.
        const Error error = answers.error();
        const Session &session = *m_link.session();
        uncertain = uncertain || session.isCommitUnknown();
        const bool again = session.isBroken() ? m_link.reconnectSoon(error)
                                              : session.lastDiagnosis().worthRetrying && !m_link.isHurried();
        if (!again || tries == mostTries) {
            giveUp(std::move(batch), error, uncertain);
            return;
        }
    }
}

void JournalWriter::giveUp(JournalBatch batch, Error error, bool uncertain)
{
    const Session *session = m_link.session();
    const bool away = error.trouble == Trouble::Unavailable || !session || session->isBroken();
    if (!uncertain && !away &&
        batch.size() > 1) { // a single entry may be more than the statements can take: find out which
        for (JournalBatch &part : split(std::move(batch))) {
            if (m_link.session())
                writeBatch(std::move(part));
            else
                refuse({std::move(part), {}});
        }
        return;
    }
    if (session && (uncertain || away))
        m_link.drop(error);
    if (uncertain)
        error.trouble = Trouble::Uncertain;
    else if (away)
        error.trouble = Trouble::Unavailable;
    JournalAnswers answers = JournalAnswers::same(batch, error);
    handBack(batch, std::move(answers));
}

void JournalWriter::runWork(const Journal::Work &work)
{
    Error why{Trouble::Unavailable, QStringLiteral("other programs' transactions came in between"), {}};
    for (int tries = 1; tries <= mostTries; ++tries) {
        Session *session = m_link.session();
        {
            const auto gate = m_link.passGate();
            m_link.followPace();
            if (work(session, {}))
                return;
        }
        if (session->isCommitUnknown())
            why = {Trouble::Uncertain, QStringLiteral("the commit's outcome is unknown"), {}};
        else if (session->isBroken() && why.trouble != Trouble::Uncertain)
            why.detail = QStringLiteral("the connection to the database was lost");
        if (session->isBroken() ? !m_link.reconnectSoon(why) : m_link.isHurried())
            break;
    }
    work(nullptr, why);
}

} // namespace seonchak
