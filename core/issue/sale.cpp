// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/sale.h"

#include "core/async/owned_thread.h"
#include "core/database/stock_rows.h"
#include "core/issue/station.h"

namespace seonchak {

class Sale::Private
{
public:
    explicit Private(SaleOptions options)
        : shared(std::move(options))
        , thread(QStringLiteral("engine"))
    {
    }
    ~Private()
    {
        thread.call([this] { engine.reset(); });
    }

    SaleShared shared;
    OwnedThread thread;
    std::unique_ptr<Engine> engine;

    template <typename T>
    QCoro::Task<T> onEngine(std::function<QCoro::Task<T>()> make)
    {
        return runOn<T>(engine.get(), std::move(make));
    }
};

namespace {
/// Carries progress from the engine's thread to the caller's.
Stock::Progress carried(Stock::Progress progress)
{
    if (!progress)
        return {};
    auto *loop = QAbstractEventDispatcher::instance();
    return [progress = std::move(progress), loop](qint64 done) {
        QMetaObject::invokeMethod(loop, [progress, done] { progress(done); }, Qt::QueuedConnection);
    };
}
} // namespace

Sale::Sale(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

Sale::~Sale() = default;

Result<std::unique_ptr<Sale>> Sale::open(SaleOptions options, Log log)
{
    const bool isPrivate = options.redis.kind == RedisAddress::Kind::Private;
    if (isPrivate) {
        const auto program = PrivateRedis::findProgram();
        if (!program)
            return std::unexpected(program.error());
    }
    auto parts = std::make_unique<Private>(std::move(options));
    parts->shared.log = std::move(log);
    if (isPrivate) {
        parts->shared.redis.kind = RedisAddress::Kind::Unix;
        parts->shared.redis.path = PrivateRedis(parts->shared.options.dataDir).socketPath();
    }
    parts->thread.call([&parts] { parts->engine = std::make_unique<Engine>(parts->shared); });
    return std::unique_ptr<Sale>(new Sale(std::move(parts)));
}

bool Sale::isReady() const
{
    return d->shared.readiness.isOpen() && d->shared.redisConnected && d->shared.journal.isConnected();
}

bool Sale::isReadyThroughout() const
{
    return isReady() && d->shared.stationsConnected == d->shared.stations;
}

std::optional<Error> Sale::permanentTrouble() const
{
    return d->shared.journal.permanentTrouble();
}

const SaleOptions &Sale::options() const
{
    return d->shared.options;
}

QString Sale::redisUrl() const
{
    return d->shared.redis.masked();
}

QString Sale::partnerDescription() const
{
    return d->shared.partner.description();
}

std::unique_ptr<IssueStation> Sale::openStation()
{
    return std::make_unique<WorkerStation>(d->shared);
}

QCoro::Task<Result<Added>> Sale::add(QList<QByteArray> codes, bool push)
{
    return d->onEngine<Result<Added>>([this, codes, push] { return d->engine->stock().add(codes, push); });
}

QCoro::Task<Result<Generated>> Sale::generate(GenerateOrder order, Stock::Progress progress)
{
    auto told = carried(std::move(progress));
    return d->onEngine<Result<Generated>>(
        [this, order, told] { return d->engine->stock().generate(order, told); });
}

QCoro::Task<Result<Pushed>> Sale::push(Stock::Progress progress)
{
    auto told = carried(std::move(progress));
    return d->onEngine<Result<Pushed>>([this, told] { return d->engine->stock().push(told); });
}

QCoro::Task<Result<Coupon>> Sale::rename(CouponId id, QByteArray code)
{
    return d->onEngine<Result<Coupon>>([this, id, code] { return d->engine->stock().rename(id, code); });
}

QCoro::Task<Status> Sale::status()
{
    return d->onEngine<Status>([this] { return d->engine->status(); });
}

QCoro::Task<Result<std::optional<Coupon>>> Sale::coupon(CouponId id)
{
    std::function<Result<std::optional<Coupon>>(Session &)> work = [id](Session &session) {
        return book::byId(session, id);
    };
    auto found = co_await d->shared.readers.run<std::optional<Coupon>>(std::move(work));
    if (!found || !*found || (*found)->status != CouponStatus::Available)
        co_return found;
    const auto reserved =
        co_await d->onEngine<QSet<QByteArray>>([this] { return d->engine->reservedCodes(); });
    if (reserved.contains((*found)->code))
        (*found)->status = CouponStatus::Reserved;
    co_return found;
}

QCoro::Task<Result<CouponPage>> Sale::list(book::Filter filter)
{
    const auto reserved =
        co_await d->onEngine<QSet<QByteArray>>([this] { return d->engine->reservedCodes(); });
    std::function<Result<QList<Coupon>>(Session &)> work = [filter, reserved](Session &session) {
        return filter.status == CouponStatus::Reserved ? book::listAmong(session, reserved.values(), filter)
                                                       : book::list(session, filter);
    };
    auto found = co_await d->shared.readers.run<QList<Coupon>>(std::move(work));
    if (!found)
        co_return std::unexpected(found.error());
    CouponPage page;
    if (found->size() == filter.limit)
        page.next = found->back().id;
    for (auto &coupon : *found) {
        if (coupon.status == CouponStatus::Available && reserved.contains(coupon.code))
            coupon.status = CouponStatus::Reserved;
        if (!filter.status || coupon.status == *filter.status)
            page.items.append(coupon);
    }
    co_return page;
}

void Sale::countRejected()
{
    d->shared.counters.add(Counter::Rejected);
}

qint64 Sale::underWay() const
{
    return d->shared.readiness.underWay();
}

} // namespace seonchak
