// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/path/saga.h"
#include "core/issue/repair/settler.h"
#include "tests/support/saga_fakes.h"

/// Servers over one World, and its invariants.
namespace seonchak::testing {

constexpr qint64 leaseMs = 9000;

/// One server: a saga and a settler over the shared world.
struct Server
{
    explicit Server(World &world, std::chrono::milliseconds quarantine = std::chrono::milliseconds(0))
        : gate(world, life, leaseMs)
        , book(world, life)
        , partner(world, life)
        , clock(world)
        , saga({gate, partner, book, readiness, counters, clock, "book"})
        , settler({gate, gate, partner, book, counters, clock, quarantine, std::chrono::milliseconds(3000),
                   [this](const Settler::News &one) { news.push_back(one); }})
    {
        readiness.open(1);
    }
    Life life;
    FakeGate gate;
    FakeBook book;
    FakePartner partner;
    FakeClock clock;
    Readiness readiness;
    Counters counters;
    std::vector<Settler::News> news;
    Saga saga;
    Settler settler;
};

struct Answer
{
    UserId user;
    IssueOutcome outcome;
};

inline QCoro::Task<> ask(Server &server, UserId user, std::vector<Answer> &answers)
{
    const IssueOutcome outcome = co_await server.saga.issue(user);
    answers.push_back({user, outcome});
}

inline QCoro::Task<> settleOnce(Server &server)
{
    const auto done = co_await server.settler.round();
    Q_UNUSED(done)
}

inline IssueOutcome askAlone(World &world, Server &server, UserId user)
{
    std::vector<Answer> answers;
    ask(server, user, answers);
    world.runAll();
    return answers.at(0).outcome;
}

inline void settleAll(World &world, Server &server)
{
    for (int round = 0; round < 50 && !(world.pending.empty() && world.doubts.empty()); ++round) {
        world.nowMs += leaseMs + 1;
        settleOnce(server);
        world.runAll();
        server.settler.adoptLostDoubts();
        world.runAll();
    }
}

/// Checks what must always hold at rest, even if servers were stopped for longer than their lease; empty if
/// it holds.
inline QString brokenAtAll(const World &world, const std::vector<Answer> &answers)
{
    if (!world.pending.empty())
        return QStringLiteral("a reservation is left");
    if (!world.doubts.empty())
        return QStringLiteral("a doubt is left");
    std::set<QByteArray> somewhere(world.stock.begin(), world.stock.end());
    somewhere.insert(world.setAside.begin(), world.setAside.end());
    std::set<UserId> holders;
    for (const auto &[code, row] : world.issued) {
        somewhere.insert(code);
        if (!holders.insert(row.user).second)
            return QStringLiteral("a user has two coupons");
    }
    if (somewhere.size() != world.codes.size())
        return QStringLiteral("a coupon is lost");
    for (const auto &[user, outcome] : answers) {
        const bool has =
            outcome.kind == IssueOutcome::Kind::Valid || outcome.kind == IssueOutcome::Kind::Already;
        if (has && world.holderOf(outcome.coupon.code) != user)
            return QStringLiteral("user %1 was told of a coupon that is not theirs").arg(user);
    }
    return {};
}

/// Checks what must also hold if every server kept within its lease. A user key may be missing if keys
/// `vanish`.
inline QString broken(const World &world, const std::vector<Answer> &answers, bool vanish = false)
{
    const QString atAll = brokenAtAll(world, answers);
    if (!atAll.isEmpty())
        return atAll;
    if (!world.setAside.empty())
        return QStringLiteral("a code was set aside although no server overstayed its lease");
    std::map<QByteArray, int> places;
    for (const auto &code : world.stock)
        ++places[code];
    for (const auto &[code, row] : world.issued) {
        ++places[code];
        const auto key = world.userKeys.find(row.user);
        const bool missing = key == world.userKeys.end();
        if (missing ? !vanish : key->second != code)
            return QStringLiteral("the book's coupon is not the user's key");
        const auto sold = world.atPartner.find(code);
        if (sold == world.atPartner.end() || sold->second != row.user)
            return QStringLiteral("the partner does not know an issued coupon");
    }
    if (world.atPartner.size() != world.issued.size())
        return QStringLiteral("the partner has a coupon that the book has not");
    for (const auto &code : world.codes) {
        if (places[code] != 1)
            return QStringLiteral("%1 stands in %2 places").arg(QString::fromUtf8(code)).arg(places[code]);
    }
    return {};
}

} // namespace seonchak::testing
