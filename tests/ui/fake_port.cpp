// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_port.h"

namespace seonchak {

FakePort::FakePort()
    : now(busyStatus())
{
    partnerOptions.seed = 42;
    lookups.answer = [](const QList<QByteArray> &) { return QList<QByteArray>(); };
}

Status FakePort::busyStatus()
{
    Status status;
    status.strategy = QStringLiteral("saga");
    status.stock = {1'001'000, 0, 1'000'412, 0, 2, 586, 0};
    status.stockKnown = status.stockEverKnown = true;
    status.issuedUsers = 586;
    status.shared = {{"storeCalls", 652}, {"storeFailures", 64}, {"compensations", 63}, {"valid", 586}};
    status.latency.p99 = 2.94;
    status.issuing = true;
    status.redisConnected = true;
    status.redisUrl = QStringLiteral("unix:///tmp/redis.sock");
    status.redisMode = QStringLiteral("private");
    status.databaseConnected = true;
    status.databaseEngine = QStringLiteral("sqlite");
    status.sale.state = SaleView::State::Open;
    return status;
}

QCoro::Task<QList<Sample>> FakePort::past()
{
    co_return before;
}

QCoro::Task<Status> FakePort::status()
{
    ++statusCalls;
    const Promised<Status> answer;
    m_asked.push_back(answer);
    if (!holdStatus)
        answerStatus();
    co_return co_await answer;
}

void FakePort::answerStatus()
{
    for (const auto &answer : std::exchange(m_asked, {}))
        answer.deliver(now);
}

QCoro::Task<Result<Generated>> FakePort::generate(GenerateOrder order, Work given)
{
    orders.push_back(std::move(order));
    lastWork = std::move(given);
    const Promised<Result<Generated>> answer;
    m_generated.push_back(answer);
    co_return co_await answer;
}

QCoro::Task<Result<VoidedChosen>> FakePort::voidChosen(QList<CouponId> ids, Work work)
{
    return voidsOfChosen.call(ids, work);
}

QCoro::Task<Result<QList<QByteArray>>> FakePort::existing(QList<QByteArray> codes)
{
    return lookups.call(codes);
}

QCoro::Task<Result<std::vector<doctor::Check>>> FakePort::preflight(doctor::Tongue tongue)
{
    return preflights.call(tongue);
}

QCoro::Task<Result<qint64>> FakePort::settleCut(QString id, CutChoice choice, Work work)
{
    return cutChoices.call(id, choice, work);
}

QCoro::Task<Result<std::optional<Biography>>> FakePort::biography(QByteArray code)
{
    return biographies.call(code);
}

QCoro::Task<Result<Pushed>> FakePort::push(Work given)
{
    ++pushes;
    lastWork = std::move(given);
    const Promised<Result<Pushed>> answer;
    m_pushed.push_back(answer);
    co_return co_await answer;
}

QString FakePort::lacks(const char *capability) const
{
    return lacking == QLatin1String(capability) ? QStringLiteral("version 0.0.1 cannot do this") : QString();
}

QCoro::Task<Result<Coupon>> FakePort::rename(CouponId id, QByteArray code)
{
    return renames.call(id, code);
}

} // namespace seonchak
