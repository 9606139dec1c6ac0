// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/old_book_desk.h"

#include "core/database/book/book_rebuild.h"

namespace seonchak {

namespace {

constexpr int bookReaders = 2;
constexpr std::size_t bookQueueMost = 1000;

/// What the pages need to take the numbers for what they are: the last ones, and complete.
Status statusOfOldBook(const book::Counts &counts, const SaleTimes &times, const QString &engine,
                       const QString &name)
{
    Status status;
    status.sale.opensAt = times.opensAt;
    status.sale.closesAt = times.closesAt;
    status.stock.generated = counts.generated;
    status.stock.staged = counts.staged;
    status.stock.available = counts.available;
    status.stock.inDoubt = counts.inDoubt;
    status.stock.issued = counts.issued;
    status.stock.voided = counts.voided;
    status.issuedUsers = counts.issued;
    status.stockKnown = status.stockEverKnown = true;
    status.issuing = status.redisConnected = status.databaseConnected = true;
    status.databaseEngine = engine;
    status.sale.name = name;
    status.sale.state = SaleView::State::Closed;
    return status;
}

struct OldNumbers
{
    book::Counts counts;
    SaleTimes times;
};

/// The sale ended at its end, or else with the last entry of its trail.
Result<OldNumbers> readNumbers(Session &session)
{
    const auto counts = book::counts(session);
    const auto text = book::meta(session, SaleTimes::field);
    AuditFilter newest;
    newest.limit = 1;
    const auto trail = book::readAudit(session, newest);
    if (!counts || !text || !trail)
        return std::unexpected(!counts ? counts.error() : !text ? text.error() : trail.error());
    OldNumbers numbers{*counts, SaleTimes::parse(*text)};
    const WallMs last = trail->items.isEmpty() ? 0 : trail->items.first().at;
    if (numbers.times.closesAt == 0 || numbers.times.closesAt > last)
        numbers.times.closesAt = last;
    return numbers;
}

} // namespace

OldBookDesk::OldBookDesk(const newsale::OpenedBook &book)
    : m_book(book)
    , m_readers(book.url(), bookReaders, bookQueueMost)
{
}

std::unexpected<Error> OldBookDesk::onlyLook()
{
    return failure(Trouble::NotPermitted, QStringLiteral("an old book is only looked at"));
}

QString OldBookDesk::barred(DeskAct) const
{
    return tr("This is the old book “%1”: it can only be looked at.").arg(m_book.name());
}

/// The window may have gone when the answer comes: from there on nothing of this object is touched.
QCoro::Task<Status> OldBookDesk::status()
{
    const auto known = m_status;
    if (*known)
        co_return **known;
    const QString engine = m_book.url().engineName();
    const QString name = m_book.name();
    std::function<Result<OldNumbers>(Session &)> work = &readNumbers;
    auto task = m_readers.run<OldNumbers>(std::move(work));
    const auto numbers = co_await task;
    if (!numbers) { // It lies on a disk that has gone, or a server that does not answer.
        Status away;
        away.redisConnected = true; // Nobody misses it here.
        away.databaseEngine = engine;
        co_return away;
    }
    *known = statusOfOldBook(numbers->counts, numbers->times, engine, name);
    co_return **known;
}

EventPage OldBookDesk::events(quint64 after, qsizetype) const
{
    EventPage page;
    page.next = after;
    return page;
}

QCoro::Task<Result<CouponPage>> OldBookDesk::coupons(book::Filter filter)
{
    std::function<Result<CouponPage>(Session &)> work = [filter](Session &session) -> Result<CouponPage> {
        auto found = book::list(session, filter);
        if (!found)
            return std::unexpected(found.error());
        CouponPage page;
        page.items = std::move(*found);
        const bool byIds = filter.order == book::Order::Id && !filter.descending;
        if (byIds && !page.items.isEmpty() && page.items.size() == filter.limit)
            page.next = page.items.back().id;
        return page;
    };
    return m_readers.run<CouponPage>(std::move(work));
}

QCoro::Task<Result<qint64>> OldBookDesk::countCoupons(book::Filter filter)
{
    std::function<Result<qint64>(Session &)> work = [filter](Session &session) {
        return book::countMatching(session, filter);
    };
    return m_readers.run<qint64>(std::move(work));
}

QCoro::Task<Result<QList<QByteArray>>> OldBookDesk::existing(QList<QByteArray> codes)
{
    std::function<Result<QList<QByteArray>>(Session &)> work = [codes](Session &session) {
        return book::existing(session, codes);
    };
    return m_readers.run<QList<QByteArray>>(std::move(work));
}

QCoro::Task<Result<std::optional<Biography>>> OldBookDesk::biography(QByteArray code)
{
    std::function<Result<std::optional<Biography>>(Session &)> work = [code](Session &session) {
        return book::biography(session, code);
    };
    return m_readers.run<std::optional<Biography>>(std::move(work));
}

QCoro::Task<Result<WhyNot>> OldBookDesk::whyNot(UserId user)
{
    std::function<Result<WhyNot>(Session &)> work = [user](Session &session) -> Result<WhyNot> {
        auto answer = book::whyNot(session, user);
        const auto times = book::meta(session, SaleTimes::field);
        if (!answer || !times || answer->verdict != WhyNot::Verdict::TooEarly)
            return answer;
        const WallMs opensAt = SaleTimes::parse(*times).opensAt;
        if (opensAt > answer->refusals.first().lastAt)
            answer->opensAt = opensAt;
        return answer;
    };
    return m_readers.run<WhyNot>(std::move(work));
}

QCoro::Task<Result<QList<OpenDoubt>>> OldBookDesk::doubts()
{
    constexpr int doubtsMost = 1000;
    std::function<Result<QList<OpenDoubt>>(Session &)> work = [](Session &session) {
        return book::openDoubts(session, doubtsMost);
    };
    return m_readers.run<QList<OpenDoubt>>(std::move(work));
}

QCoro::Task<Result<AuditPage>> OldBookDesk::audit(AuditFilter filter)
{
    std::function<Result<AuditPage>(Session &)> work = [filter](Session &session) {
        return book::readAudit(session, filter);
    };
    return m_readers.run<AuditPage>(std::move(work));
}

QCoro::Task<Result<HookPage>> OldBookDesk::hooks(HookFilter filter)
{
    std::function<Result<HookPage>(Session &)> work = [filter](Session &session) -> Result<HookPage> {
        HookFilter oneMore = filter;
        ++oneMore.limit;
        auto found = book::hookDeliveries(session, oneMore);
        if (!found)
            return std::unexpected(found.error());
        HookPage page{{}, std::move(*found), {}};
        if (page.items.size() > filter.limit) {
            page.items.resize(filter.limit);
            page.next = page.items.last().id;
        }
        return page;
    };
    return m_readers.run<HookPage>(std::move(work));
}

} // namespace seonchak
