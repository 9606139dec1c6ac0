// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Three shapes of one issue, on the same batch stages and with nothing behind them: nested tasks as the path
// has them, one frame whose ports are awaiters, and a transition function without coroutines. What is left
// between them is the price of the shape. Prints one JSON object of nanoseconds for an issue.
//
//     seonchak_frame_bench ISSUES [nested|frame|transition|nothing]
//
// With a shape it runs that one once and prints nothing, for callgrind.
#include "core/async/task.h"
#include "core/coupon/coupon.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <chrono>
#include <cstdio>
#include <functional>

using namespace seonchak;

namespace {

constexpr int batch = 12; ///< issues in one call of a stage, as at 64 connections
enum StageOf { reserving, booking, committing, stages };

struct Reservation
{
    qint64 number = 0;
    UserId user = 0;
    QByteArray code;
    qint64 generation = 0;
};

struct Outcome
{
    int kind = 0;
    QByteArray code;
    qint64 coupon = 0;
    UserId user = 0;
    WallMs issuedAt = 0;
};

struct Response
{
    int status = 200;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
};

using Reply = std::function<void(Response)>;

qint64 seen = 0; ///< so that nothing is left out as unused

Reservation reservationFor(UserId user)
{
    static const QByteArray code("K7Q2M9XATT4C");
    return {user, user, code, 1};
}

Outcome outcomeOf(const Reservation &held)
{
    return {1, held.code, held.number, held.user, 0};
}

void send(const QByteArray &code, UserId user)
{
    seen += code.size() + user;
}

/// What waits for the next call of each stage.
std::array<std::vector<std::coroutine_handle<>>, stages> waiting;

struct InStage
{
    StageOf stage;
    [[nodiscard]] bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter) const { waiting.at(stage).push_back(waiter); }
    void await_resume() const noexcept {}
};

void runStages()
{
    for (auto &stage : waiting) {
        auto call = std::exchange(stage, {});
        for (const auto waiter : call)
            waiter.resume();
        call.clear();
        stage = std::move(call); // The next call uses the same memory.
    }
}

/// As the path is now, each of its functions with its own frame.
namespace nested {

Task<std::optional<Reservation>> repeatedReserve(UserId user)
{
    co_await InStage{reserving};
    co_return reservationFor(user);
}

Task<std::optional<Reservation>> reserve(UserId user)
{
    co_return co_await repeatedReserve(user);
}

Task<bool> sendTo(QByteArray code, UserId user)
{
    send(code, user);
    co_return true;
}

Task<std::optional<Outcome>> book(Outcome entry)
{
    co_await InStage{booking};
    co_return entry;
}

Task<bool> repeatedCommit(Reservation held)
{
    co_await InStage{committing};
    seen += held.number;
    co_return true;
}

Task<bool> commit(Reservation held)
{
    auto repeated = repeatedCommit(std::move(held));
    co_return co_await repeated;
}

Task<Outcome> journal(Reservation held)
{
    auto booking = book(outcomeOf(held));
    auto booked = co_await booking;
    auto committing = commit(held);
    co_await committing;
    co_return std::move(*booked);
}

Task<Outcome> saga(UserId user)
{
    auto held = co_await reserve(user);
    auto sending = sendTo(held->code, user);
    co_await sending;
    auto journalling = journal(std::move(*held));
    co_return co_await journalling;
}

Task<Outcome> station(UserId user)
{
    Outcome outcome = co_await saga(user);
    seen += outcome.kind;
    co_return outcome;
}

Task<Response> endpoint(UserId user)
{
    const Outcome outcome = co_await station(user);
    co_return Response{200, outcome.code, {}};
}

Task<Response> dispatch(UserId user)
{
    co_return co_await endpoint(user);
}

Task<> serve(UserId user, Reply reply)
{
    Response response = co_await dispatch(user);
    reply(std::move(response));
}

} // namespace nested

/// One frame, one ticket, and ports that return awaiters.
namespace frame {

struct Ticket
{
    UserId user = 0;
    Reservation held;
    Outcome outcome;
};

Task<> serve(UserId user, Reply reply)
{
    Ticket ticket{user, {}, {}};
    co_await InStage{reserving};
    ticket.held = reservationFor(user);
    send(ticket.held.code, user);
    co_await InStage{booking};
    ticket.outcome = outcomeOf(ticket.held);
    co_await InStage{committing};
    seen += ticket.held.number + ticket.outcome.kind;
    reply(Response{200, ticket.outcome.code, {}});
}

} // namespace frame

/// Tickets that each stage moves on to the next.
namespace transition {

struct Ticket : frame::Ticket
{
    Reply reply;
};

std::array<std::vector<Ticket *>, stages> queued;
std::vector<Ticket *> spare; ///< freed with the process

void serve(UserId user, Reply reply)
{
    if (spare.empty())
        spare.push_back(new Ticket);
    Ticket *ticket = spare.back();
    spare.pop_back();
    ticket->user = user;
    ticket->reply = std::move(reply);
    queued[reserving].push_back(ticket);
}

void runStages()
{
    for (Ticket *ticket : queued[reserving]) {
        ticket->held = reservationFor(ticket->user);
        send(ticket->held.code, ticket->user);
        queued[booking].push_back(ticket);
    }
    for (Ticket *ticket : queued[booking]) {
        ticket->outcome = outcomeOf(ticket->held);
        queued[committing].push_back(ticket);
    }
    for (Ticket *ticket : queued[committing]) {
        seen += ticket->held.number + ticket->outcome.kind;
        ticket->reply(Response{200, ticket->outcome.code, {}});
        spare.push_back(ticket);
    }
    for (auto &stage : queued)
        stage.clear();
}

} // namespace transition

double nsPerIssue(qint64 issues, void (*serve)(UserId, Reply), void (*run)())
{
    const auto began = std::chrono::steady_clock::now();
    for (qint64 first = 1; first <= issues; first += batch) {
        for (qint64 user = first; user < first + batch; ++user)
            serve(user, [](const Response &response) { seen += response.body.size(); });
        run();
    }
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - began).count() /
           double(issues);
}

double runShape(const QByteArray &shape, qint64 issues)
{
    if (shape == "nested")
        return nsPerIssue(
            issues, [](UserId user, Reply reply) { nested::serve(user, std::move(reply)); }, &runStages);
    if (shape == "frame")
        return nsPerIssue(
            issues, [](UserId user, Reply reply) { frame::serve(user, std::move(reply)); }, &runStages);
    if (shape == "transition")
        return nsPerIssue(issues, &transition::serve, &transition::runStages);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2 && argc != 3)
        qFatal("usage: seonchak_frame_bench ISSUES [nested|frame|transition|nothing]");
    const qint64 issues = QByteArray(argv[1]).toLongLong();
    if (argc == 3) {
        (void)runShape(argv[2], issues);
        return 0;
    }
    QJsonObject json;
    for (const char *shape : {"nested", "frame", "transition"}) {
        (void)runShape(shape, issues / 10); // The first frames come from the allocator.
        json.insert(QLatin1String(shape), runShape(shape, issues));
    }
    std::puts(QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return seen > 0 ? 0 : 1;
}
