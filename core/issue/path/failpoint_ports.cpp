// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/failpoint_ports.h"

namespace seonchak {

namespace {

using Edge = Failpoints::Edge;

/// `make` starts the step itself, after its first edge.
template <typename T, typename Make>
Task<T> between(Failpoints &points, const char *step, UserId user, Make make)
{
    co_await points.reach(step, Edge::Before, user);
    T done = co_await make();
    co_await points.reach(step, Edge::After, user);
    co_return done;
}

} // namespace

Task<Result<Reservation>> FailpointGate::reserve(UserId user)
{
    return between<Result<Reservation>>(m_points, "reserve", user,
                                        [this, user] { return m_gate.reserve(user); });
}

Task<Result<bool>> FailpointGate::commit(Reservation reservation, UserId winner)
{
    const UserId user = reservation.user;
    return between<Result<bool>>(m_points, "redis-commit", user,
                                 [this, reservation, winner] { return m_gate.commit(reservation, winner); });
}

Task<Result<bool>> FailpointGate::release(Reservation reservation, QByteArray usersCode)
{
    const UserId user = reservation.user;
    return between<Result<bool>>(m_points, "release", user, [this, reservation, usersCode] {
        return m_gate.release(reservation, usersCode);
    });
}

Task<Result<bool>> FailpointGate::markDoubt(Reservation reservation, std::chrono::milliseconds due)
{
    const UserId user = reservation.user;
    return between<Result<bool>>(m_points, "mark-doubt", user,
                                 [this, reservation, due] { return m_gate.markDoubt(reservation, due); });
}

Task<Result<bool>> FailpointGate::drop(Reservation reservation)
{
    return m_gate.drop(std::move(reservation));
}

Task<Result<bool>> FailpointGate::isNowhere(QByteArray code)
{
    return m_gate.isNowhere(std::move(code));
}

Task<Result<MendedUserKey>> FailpointGate::mendUser(WrongUserKey wrong)
{
    return m_gate.mendUser(std::move(wrong));
}

Task<SendOutcome> FailpointPartner::send(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    return between<SendOutcome>(m_points, "call-store", user, [this, code, user, idempotencyKey] {
        return m_partner.send(code, user, idempotencyKey);
    });
}

Task<Holding> FailpointPartner::ask(QByteArray code)
{
    return m_partner.ask(std::move(code));
}

Task<bool> FailpointPartner::withdraw(QByteArray code)
{
    return m_partner.withdraw(std::move(code));
}

Task<Result<Booked>> FailpointBook::book(IssueEntry entry)
{
    const UserId user = entry.user;
    return between<Result<Booked>>(m_points, m_rowStep, user, [this, entry] { return m_book.book(entry); });
}

Task<Result<void>> FailpointBook::openDoubt(DoubtEntry entry)
{
    const UserId user = entry.user;
    return between<Result<void>>(m_points, "open-doubt", user,
                                 [this, entry] { return m_book.openDoubt(entry); });
}

Task<Result<void>> FailpointBook::closeDoubt(qint64 reservation)
{
    return m_book.closeDoubt(reservation);
}

Task<Result<std::vector<DoubtEntry>>> FailpointBook::quietDoubts(WallMs before)
{
    return m_book.quietDoubts(before);
}

Task<Result<void>> FailpointBook::setAside(Reservation reservation, QString why)
{
    return m_book.setAside(std::move(reservation), std::move(why));
}

Task<Result<std::optional<Coupon>>> FailpointBook::byUser(UserId user)
{
    return m_book.byUser(user);
}

Task<Result<std::optional<Coupon>>> FailpointBook::byUserForSure(UserId user)
{
    return m_book.byUserForSure(user);
}

void FailpointBook::report(QString action, QString detail, QString result)
{
    m_book.report(std::move(action), std::move(detail), std::move(result));
}

Task<Result<std::optional<Coupon>>> FailpointBook::byCode(QByteArray code)
{
    return m_book.byCode(std::move(code));
}

} // namespace seonchak
