// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/crash_cell.h"

#include "core/lab/answer_reader.h"
#include "core/lab/own_database.h"
#include "core/lab/server_process.h"
#include "core/lab/step_control.h"
#include "core/lab/store_reader.h"
#include "core/lab/trial.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTcpSocket>
#include <QThread>

namespace seonchak::lab {

namespace {

constexpr qint64 stockOfCell = 5;
constexpr UserId killedUser = 1;
constexpr int answerMs = 15'000;
constexpr int lookEveryMs = 100;
constexpr qint64 restMostMs = 60'000;
constexpr qint64 againMostMs = 30'000;
constexpr std::chrono::seconds stepMost{30};

/// One request for a coupon, whose answer may be waited for later.
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

/// Everything of one cell that has to be taken down again.
class CrashBench
{
public:
    CrashBench(const CrashCell &cell, const CrashPlace &place, const std::stop_token &stop)
        : m_cell(cell)
        , m_place(place)
        , m_stop(stop)
        , m_dataDir(place.work.filePath(place.name))
        , m_store(cell.store)
    {
    }
    ~CrashBench()
    {
        m_server.reset();
        if (m_redis && m_place.redis != QLatin1String("private") && !m_redis->clean())
            qWarning("keys of the lab stay behind in Redis: %s:*", qUtf8Printable(m_place.name));
        m_database.reset();
        QDir(m_dataDir).removeRecursively();
    }
    CrashBench(const CrashBench &) = delete;
    CrashBench &operator=(const CrashBench &) = delete;

    Result<CrashOutcome> run();

private:
    [[nodiscard]] qint64 stock() const { return m_cell.strategy == Strategy::UserCache ? 0 : stockOfCell; }
    Result<void> setUp();
    Result<void> start(const QString &failpoints);
    Result<void> killThere();
    Result<void> askOn();
    Result<void> awaitRest();
    Request askUntilAnswered(UserId user);
    Result<CrashOutcome> judgeIt();
    [[nodiscard]] std::unexpected<Error> trouble(const QString &what) const
    {
        return failure(Trouble::Unavailable, m_stop.stop_requested() ? QStringLiteral("cancelled") : what);
    }

    const CrashCell m_cell;
    const CrashPlace &m_place;
    const std::stop_token &m_stop;
    const QString m_dataDir;
    OwnStore m_store;
    std::unique_ptr<OwnDatabase> m_database;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<RedisReader> m_redis;
    std::vector<Request> m_requests; ///< first the killed one, then the same user's, then others'
};

Result<void> CrashBench::setUp()
{
    QFile empty(m_dataDir + QStringLiteral("/empty.ini"));
    if (!QDir().mkpath(m_dataDir) || !empty.open(QIODevice::WriteOnly))
        return trouble(QStringLiteral("cannot write to %1").arg(m_dataDir));
    auto database = OwnDatabase::create(m_cell.database, m_dataDir, m_place.name);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::move(*database);
    return {};
}

Result<void> CrashBench::start(const QString &failpoints)
{
    QStringList arguments{
        QStringLiteral("--config"), m_dataDir + QStringLiteral("/empty.ini"), QStringLiteral("--data-dir"),
        m_dataDir, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--redis"),
        m_place.redis, QStringLiteral("--key-prefix"), m_place.name, QStringLiteral("--database"),
        m_database->option(), QStringLiteral("--strategy"), strategyName(m_cell.strategy),
        QStringLiteral("--workers"), QStringLiteral("1"), QStringLiteral("--store"), m_store.url(),
        // A short time-out makes a short lease: what was left behind is soon adopted.
        QStringLiteral("--store-timeout-ms"), QStringLiteral("500"), QStringLiteral("--log-level"),
        QStringLiteral("warning")};
    if (!failpoints.isEmpty())
        arguments << QStringLiteral("--failpoints") << failpoints;
    auto server = ServerProcess::start(m_place.serverProgram, arguments);
    if (!server)
        return std::unexpected(server.error());
    m_server = std::move(*server);
    const bool isPrivate = m_place.redis == QLatin1String("private");
    auto address = RedisAddress::parse(isPrivate ? m_server->redisUrl() : m_place.redis);
    if (!address)
        return std::unexpected(address.error());
    m_redis = std::make_unique<RedisReader>(std::move(*address), m_place.name.toLatin1());
    return {};
}

Result<void> CrashBench::killThere()
{
    auto control = StepControl::listen();
    if (!control)
        return std::unexpected(control.error());
    if (const auto started = start((*control)->path()); !started)
        return started;
    if (stock() > 0) {
        const auto made =
            m_server->ask("POST", "/api/v1/generate", "{\"count\":" + QByteArray::number(stock()) + '}');
        if (!made)
            return std::unexpected(made.error());
    }
    IssueCall call(m_server->port(), killedUser);
    for (;;) {
        const auto reached = (*control)->next(stepMost, m_stop);
        if (!reached)
            return trouble(QStringLiteral("%1: %2 was never reached")
                               .arg(strategyName(m_cell.strategy), QString::fromLatin1(m_cell.step)));
        if (reached->step == m_cell.step && reached->after == m_cell.after)
            break;
        (*control)->go(*reached);
    }
    // A row that is written behind the answer: the answer has left by then, or is about to.
    if (m_cell.step == "write-row")
        m_requests.push_back(call.finish());
    m_server->kill();
    if (m_requests.empty())
        m_requests.push_back(call.finish());
    return {};
}

Result<void> CrashBench::awaitRest()
{
    QElapsedTimer timer;
    timer.start();
    QJsonObject last;
    while (!m_stop.stop_requested()) {
        const auto status = m_server->ask("GET", "/api/v1/status");
        if (!status)
            return std::unexpected(status.error());
        const auto stock = (*status)[QStringLiteral("stock")].toObject();
        const bool rests = stock[QStringLiteral("reserved")].toDouble() == 0 &&
                           stock[QStringLiteral("inDoubt")].toDouble() == 0;
        const bool conserved = stock[QStringLiteral("conserved")].toBool() || timer.elapsed() > 3000;
        if ((rests && conserved && stock == last) || timer.elapsed() > restMostMs)
            return {};
        last = stock;
        QThread::msleep(lookEveryMs);
    }
    return trouble({});
}

/// A server that has just started may need a moment, and so may a doubt.
Request CrashBench::askUntilAnswered(UserId user)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        IssueCall call(m_server->port(), user);
        Request request = call.finish();
        const bool comesLater = request.fate == Fate::Unavailable || request.fate == Fate::InProgress ||
                                request.fate == Fate::InDoubt;
        if (!comesLater || timer.elapsed() > againMostMs || m_stop.stop_requested())
            return request;
        QThread::msleep(lookEveryMs);
    }
}

Result<void> CrashBench::askOn()
{
    if (const auto rested = awaitRest(); !rested)
        return rested;
    const qint64 mostUsers = stockOfCell + 3;
    for (UserId user = killedUser; user <= mostUsers && !m_stop.stop_requested(); ++user) {
        m_requests.push_back(askUntilAnswered(user));
        if (user != killedUser && m_requests.back().fate == Fate::SoldOut)
            break;
    }
    return awaitRest();
}

/// What the users were told, and what the store has, against what the book says.
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
        outcome.storeOnly += holders.value(one.key()) == one.value() ? 0 : 1;
}

Result<CrashOutcome> CrashBench::judgeIt()
{
    Truth truth;
    truth.stockInRedis = keepsStockInRedis(m_cell.strategy);
    if (const auto read = m_redis->read(truth); !read)
        return std::unexpected(read.error());
    if (const auto read = readBook(m_database->url(), truth); !read)
        return std::unexpected(read.error());
    const Verdict verdict = judge(m_requests, truth, stock());
    CrashOutcome outcome;
    outcome.killed = m_requests.at(0).fate;
    outcome.again = m_requests.at(1).fate;
    compare(m_requests, truth, m_store.held(), outcome);
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
    if (storeOnly > 0)
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
