// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/issue/ground/failpoints.h"
#include "core/issue/ground/ports.h"
#include "core/partner/partner.h"

/// The ports of a strategy with a failpoint at both edges of each step. Calls that are not a step pass
/// straight through. Each wraps a port of the same thread, which must outlive it.
namespace seonchak {

/// `reserve`, `redis-commit`, `release`, `mark-doubt`.
class FailpointGate final : public Gate
{
public:
    FailpointGate(Gate &gate, Failpoints &points)
        : m_gate(gate)
        , m_points(points)
    {
    }
    [[nodiscard]] qint64 generation() const override { return m_gate.generation(); }
    Task<Result<Reservation>> reserve(UserId user) override;
    Task<Result<bool>> commit(Reservation reservation, UserId winner) override;
    Task<Result<bool>> release(Reservation reservation, QByteArray usersCode) override;
    Task<Result<bool>> markDoubt(Reservation reservation, std::chrono::milliseconds due) override;
    Task<Result<bool>> drop(Reservation reservation) override;
    Task<Result<bool>> isNowhere(QByteArray code) override;
    Task<Result<MendedUserKey>> mendUser(WrongUserKey wrong) override;

private:
    Gate &m_gate;
    Failpoints &m_points;
};

/// `call-store`.
class FailpointPartner final : public Partner
{
public:
    FailpointPartner(Partner &partner, Failpoints &points)
        : m_partner(partner)
        , m_points(points)
    {
    }
    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<Holding> ask(QByteArray code) override;
    Task<bool> withdraw(QByteArray code) override;

private:
    Partner &m_partner;
    Failpoints &m_points;
};

/// The row of an issue, under the strategy's name for it (`book-commit`, `write-row`), and `open-doubt`.
class FailpointBook final : public Book
{
public:
    FailpointBook(Book &book, Failpoints &points, const char *rowStep)
        : m_book(book)
        , m_points(points)
        , m_rowStep(rowStep)
    {
    }
    Task<Result<Booked>> book(IssueEntry entry) override;
    Task<Result<void>> openDoubt(DoubtEntry entry) override;
    Task<Result<void>> closeDoubt(qint64 reservation) override;
    Task<Result<std::vector<DoubtEntry>>> quietDoubts(WallMs before) override;
    Task<Result<void>> setAside(Reservation reservation, QString why) override;
    Task<Result<std::optional<Coupon>>> byUser(UserId user) override;
    Task<Result<std::optional<Coupon>>> byUserForSure(UserId user) override;
    Task<Result<std::optional<Coupon>>> byCode(QByteArray code) override;
    void report(QString action, QString detail, QString result) override;

private:
    Book &m_book;
    Failpoints &m_points;
    const char *const m_rowStep;
};

} // namespace seonchak
