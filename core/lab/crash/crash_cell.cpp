// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/crash/crash_cell.h"

#include "core/lab/judge/verdict.h"
#include "core/lab/rig/own_server.h"
#include "core/lab/rig/step_control.h"
#include "core/lab/send/answer_reader.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTcpSocket>
#include <QThread>

namespace seonchak::lab {

namespace {

constexpr qint64 stockOfCell = 5;
constexpr UserId killedUser = 1;
constexpr int answerMs = 15'000;
constexpr int watchEveryMs = 100;
constexpr qint64 againMostMs = 30'000;
constexpr std::chrono::seconds stepMost{30};

/// One request for a coupon, whose answer can be awaited later.
class IssueCall
{
public:
    IssueCall(quint16 port, UserId user)
    {
        m_request.user = user;
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.write(
            "POST /api/v1/coupons/" + QByteArray::number(user) +
            "/issue HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        m_socket.waitForBytesWritten(answerMs);
    }
    Request finish()
    {
        AnswerReader answer;
        while (answer.state() == AnswerReader::State::Incomplete &&
               (m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(answerMs))) {
            const QByteArray bytes = m_socket.readAll();
            answer.take(bytes.constData(), bytes.size());
        }
        m_request.fate = Fate::NoAnswer;
        if (answer.state() == AnswerReader::State::Complete) {
            m_request.status = answer.status();
            m_request.fate = fateOf(answer.status(), answer.body(), m_request.code);
        }
        return m_request;
    }

private:
    QTcpSocket m_socket;
    Request m_request;
};

/// Runs a cell on its own server.
class CrashBench
{
public:
    CrashBench(const CrashCell &cell, const CrashPlace &place, const std::stop_token &stop)
        : m_cell(cell)
        , m_place(place)
        , m_stop(stop)
        , m_partner(cell.partner)
    {
    }

    Result<CrashOutcome> run();

private:
    [[nodiscard]] qint64 stock() const { return hasStock(m_cell.strategy) ? stockOfCell : 0; }
    Result<void> setUp();
    Result<void> start(const QString &failpoints);
    Result<void> killThere();
    Result<void> askOn();
    Request askUntilAnswered(UserId user);
    Result<CrashOutcome> judgeIt();
    [[nodiscard]] std::unexpected<Error> trouble(const QString &what) const
    {
        return failure(Trouble::Unavailable, m_stop.stop_requested() ? QStringLiteral("cancelled") : what);
    }

    const CrashCell m_cell;
    const CrashPlace &m_place;
    const std::stop_token &m_stop;
    OwnPartner m_partner;
    std::unique_ptr<OwnServer> m_server;
    std::vector<Request> m_requests; ///< first the killed one, then the same user's, then other users'
};

Result<void> CrashBench::setUp()
{
    OwnPlace place{m_place.work.filePath(m_place.name),
                   m_place.name,
                   m_cell.database,
                   m_place.redis,
                   m_place.serverProgram,
                   m_cell.strategy};
    auto server = OwnServer::create(std::move(place));
    if (!server)
        return std::unexpected(server.error());
    m_server = std::move(*server);
    return {};
}

Result<void> CrashBench::start(const QString &failpoints)
{
    QStringList options{QStringLiteral("--workers"), QStringLiteral("1"), QStringLiteral("--store"),
                        m_partner.url(),
                        // A short timeout gives a short lease, so that leftovers are soon adopted.
                        QStringLiteral("--store-timeout-ms"), QStringLiteral("500")};
    if (!failpoints.isEmpty())
        options << QStringLiteral("--failpoints") << failpoints;
    return m_server->start(options);
}

Result<void> CrashBench::killThere()
{
    auto control = StepControl::listen();
    if (!control)
        return std::unexpected(control.error());
    if (const auto started = start((*control)->path()); !started)
        return started;
    if (const auto filled = m_server->fill(stock()); !filled)
        return filled;
    IssueCall call(m_server->process().port(), killedUser);
    for (;;) {
        const auto reached = (*control)->next(stepMost, m_stop);
        if (!reached)
            return trouble(QStringLiteral("%1: %2 was never reached")
                               .arg(strategyName(m_cell.strategy), QString::fromLatin1(m_cell.step)));
        if (reached->step == m_cell.step && reached->after == m_cell.after)
            break;
        (*control)->go(*reached);
    }
    // A row that is written after the answer: the answer has been sent by then, or is about to be.
    if (m_cell.step == "write-row")
        m_requests.push_back(call.finish());
    m_server->kill();
    if (m_requests.empty())
        m_requests.push_back(call.finish());
    return {};
}

/// A newly started server may need a moment, and so may a doubt.
Request CrashBench::askUntilAnswered(UserId user)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        IssueCall call(m_server->process().port(), user);
        Request request = call.finish();
        const bool comesLater = request.fate == Fate::Unavailable || request.fate == Fate::InProgress ||
                                request.fate == Fate::InDoubt;
        if (!comesLater || timer.elapsed() > againMostMs || m_stop.stop_requested())
            return request;
        QThread::msleep(watchEveryMs);
    }
}

Result<void> CrashBench::askOn()
{
    if (const auto rested = m_server->awaitRest(m_stop); !rested)
        return std::unexpected(rested.error());
    const qint64 mostUsers = stockOfCell + 3;
    for (UserId user = killedUser; user <= mostUsers && !m_stop.stop_requested(); ++user) {
        m_requests.push_back(askUntilAnswered(user));
        if (user != killedUser && m_requests.back().fate == Fate::SoldOut)
            break;
    }
    const auto rested = m_server->awaitRest(m_stop);
    return rested ? Result<void>{} : std::unexpected(rested.error());
}

/// Compares the users' answers and the partner's content with the book.
void compare(const std::vector<Request> &requests, const Truth &truth, const QHash<QByteArray, UserId> &held,
             CrashOutcome &outcome)
{
    QHash<QByteArray, UserId> holders;
    QSet<QByteArray> theirs; // of the killed user
    for (const auto &row : truth.book) {
        if (row.status != CouponStatus::Issued)
            continue;
        holders.insert(row.code, row.user);
        if (row.user == killedUser)
            theirs.insert(row.code);
    }
    for (const auto &key : truth.userKeys) {
        if (key.user == killedUser)
            theirs.insert(key.code);
    }
    QSet<std::pair<UserId, QByteArray>> unbacked;
    for (const Request &request : requests) {
        if (request.fate != Fate::Issued && request.fate != Fate::Already)
            continue;
        if (request.user == killedUser)
            theirs.insert(request.code);
        if (holders.value(request.code) != request.user)
            unbacked.insert({request.user, request.code});
    }
    outcome.unbacked = unbacked.size();
    outcome.second = std::max<qint64>(0, theirs.size() - 1);
    for (auto one = held.begin(); one != held.end(); ++one)
        outcome.partnerOnly += holders.value(one.key()) == one.value() ? 0 : 1;
}

Result<CrashOutcome> CrashBench::judgeIt()
{
    const auto truth = m_server->readStores();
    if (!truth)
        return std::unexpected(truth.error());
    const Verdict verdict = judge(m_requests, *truth, stock());
    CrashOutcome outcome;
    outcome.killed = m_requests.at(0).fate;
    outcome.again = m_requests.at(1).fate;
    compare(m_requests, *truth, m_partner.held(), outcome);
    outcome.lost = verdict.lost;
    outcome.doubled = std::max<qint64>(0, verdict.duplicates - outcome.second) + verdict.oversold;
    outcome.stuck = verdict.pending;
    outcome.conserved = verdict.conserved();
    return outcome;
}

Result<CrashOutcome> CrashBench::run()
{
    QElapsedTimer timer;
    timer.start();
    for (const auto step : {&CrashBench::setUp, &CrashBench::killThere}) {
        if (const auto done = (this->*step)(); !done)
            return std::unexpected(done.error());
    }
    if (const auto started = start({}); !started)
        return std::unexpected(started.error());
    if (const auto asked = askOn(); !asked)
        return std::unexpected(asked.error());
    auto outcome = judgeIt();
    if (outcome)
        outcome->seconds = double(timer.elapsed()) / 1000;
    return outcome;
}

} // namespace

const char *CrashOutcome::verdict() const
{
    if (doubled > 0)
        return "double";
    if (second > 0)
        return "second";
    if (lost > 0 || !conserved)
        return "lost";
    if (unbacked > 0)
        return "unbacked";
    if (partnerOnly > 0)
        return "store-only";
    return stuck > 0 ? "stuck" : "whole";
}

bool CrashOutcome::isWhole() const
{
    return qstrcmp(verdict(), "whole") == 0;
}

Result<CrashOutcome> runCrashCell(const CrashCell &cell, const CrashPlace &place, const std::stop_token &stop)
{
    CrashBench bench(cell, place, stop);
    return bench.run();
}

} // namespace seonchak::lab
