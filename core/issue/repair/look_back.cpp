// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/repair/look_back.h"

#include "core/database/engine/sql_pool.h"
#include "core/watch/chronicle.h"
#include "core/watch/issue_waits.h"

namespace seonchak {

namespace {
constexpr qint64 restLeastNs = 500'000'000;
constexpr qint64 restFactor = 50; ///< a reader spends at most one part in this many on it
/// Refusals are written about once a second: only a query this long after the last change sees all of them.
constexpr qint64 writtenNs = 3'000'000'000;

Result<std::optional<SellOut>> withWaits(Result<std::optional<SellOut>> found, const IssueWaits &waits)
{
    if (found && *found) {
        const auto measured = waits.since((*found)->filledAt);
        (*found)->waits = measured.count;
        (*found)->medianWaitMs = measured.medianMs;
    }
    return found;
}

} // namespace

LookBack::LookBack(SqlPool &readers, const Chronicle &chronicle, const IssueWaits &waits, const Clock &clock)
    : m_readers(readers)
    , m_chronicle(chronicle)
    , m_waits(waits)
    , m_clock(clock)
{
}

void LookBack::complete(Status &status)
{
    if (status.stockKnown) {
        watchSellOut(status);
        watchPartner(status);
    }
    status.sellOut = m_sellOut;
    if (status.sellOut) // More users were refused since the query, or are not in the book yet.
        status.sellOut->counting = !m_whole || m_changedNs >= m_answeredNs || !m_chronicle.isWritten();
    status.partnerFailedAt = m_failedAt;
}

void LookBack::watchSellOut(const Status &status)
{
    const auto &stock = status.stock;
    m_empty = stock.available == 0 && stock.reserved == 0 && stock.issued > 0;
    if (!m_empty) {
        m_sellOut.reset();
        m_seen = {-1, -1};
        return;
    }
    const qint64 now = m_clock.steadyNs();
    const std::pair seen{stock.issued, status.count("soldOut")};
    if (std::exchange(m_seen, seen) != seen)
        m_changedNs = now;
    const bool allAsked = m_askedNs > m_changedNs + writtenNs;
    if (!m_asking && !allAsked && now >= m_restNs)
        askSellOut();
}

QCoro::Task<> LookBack::askSellOut()
{
    m_asking = true;
    const qint64 askedNs = m_clock.steadyNs();
    m_askedNs = askedNs;
    std::function<Result<std::optional<SellOut>>(Session &)> read = [now = m_clock.wallMs(),
                                                                     &waits = m_waits](Session &session) {
        return withWaits(book::sellOut(session, now), waits);
    };
    const bool written = m_chronicle.isWritten();
    const auto found = co_await m_readers.run<std::optional<SellOut>>(std::move(read));
    if (!found || !written)
        m_askedNs = 0; // It was not answered, or only partly.
    if (found && m_empty) {
        m_sellOut = *found;
        m_whole = written;
        m_answeredNs = askedNs;
    }
    const qint64 now = m_clock.steadyNs();
    m_restNs = now + std::max(restLeastNs, restFactor * (now - askedNs));
    m_asking = false;
}

/// The counter grows at every refusal by the partner; earlier refusals than this program's start are only
/// in the book.
void LookBack::watchPartner(const Status &status)
{
    const qint64 failures = status.count("storeFailures");
    if (m_failures >= 0 && failures > m_failures)
        m_failedAt = m_clock.wallMs();
    m_failures = failures;
    if (!std::exchange(m_refusalKnown, true))
        askRefusal();
}

QCoro::Task<> LookBack::askRefusal()
{
    std::function<Result<WallMs>(Session &)> read = [](Session &session) {
        return book::lastPartnerRefusal(session);
    };
    const auto found = co_await m_readers.run<WallMs>(std::move(read));
    if (found)
        m_failedAt = std::max(m_failedAt, *found);
    m_refusalKnown = found.has_value();
}

} // namespace seonchak
