// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration.h"

#include "core/issue/engine.h"

namespace seonchak {

namespace {

/// Carries progress from the engine's thread to the caller's.
Work carried(Work work)
{
    if (!work.progress)
        return work;
    auto *loop = QAbstractEventDispatcher::instance();
    work.progress = [told = std::move(work.progress), loop](qint64 done) {
        QMetaObject::invokeMethod(loop, [told, done] { told(done); }, Qt::QueuedConnection);
    };
    return work;
}

} // namespace

Administration::Administration(SaleShared &shared, Engine &engine)
    : m_shared(shared)
    , m_engine(engine)
{
}

QCoro::Task<Result<Added>> Administration::add(QString, QList<QByteArray> codes, bool push)
{
    return runOn<Result<Added>>(&m_engine, [this, codes, push] { return m_engine.stock().add(codes, push); });
}

QCoro::Task<Result<Generated>> Administration::generate(QString, GenerateOrder order, Work work)
{
    auto told = carried(std::move(work));
    return runOn<Result<Generated>>(&m_engine,
                                    [this, order, told] { return m_engine.stock().generate(order, told); });
}

QCoro::Task<Result<Pushed>> Administration::push(QString, Work work)
{
    auto told = carried(std::move(work));
    return runOn<Result<Pushed>>(&m_engine, [this, told] { return m_engine.stock().push(told); });
}

QCoro::Task<Result<Coupon>> Administration::rename(QString, CouponId id, QByteArray code)
{
    return runOn<Result<Coupon>>(&m_engine, [this, id, code] { return m_engine.stock().rename(id, code); });
}

QCoro::Task<Result<Coupon>> Administration::voidOne(QString, CouponId)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<VoidPlan>> Administration::planVoid()
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<qint64>> Administration::voidUnissued(QString, Work)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<void>> Administration::setPaused(QString, bool)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<DoubtEnd>> Administration::askAgain(QString, qint64)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<DoubtEnd>> Administration::declareIssued(QString, qint64)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<DoubtEnd>> Administration::restore(QString, qint64)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

QCoro::Task<Result<void>> Administration::record(QString, QString, QString, QString)
{
    co_return failure(Trouble::Internal, QStringLiteral("not there yet"));
}

} // namespace seonchak
