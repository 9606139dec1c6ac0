// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/held_codes.h"

#include "core/redis/connection.h"
#include "core/redis/pending_scan.h"

#include <QSet>

namespace seonchak {

namespace {
constexpr qsizetype mostHeld = 20'000;
}

HeldCodes::HeldCodes(Parts parts)
    : m(std::move(parts))
{
}

QCoro::Task<bool> HeldCodes::read()
{
    m_held.clear();
    for (PendingScan scan(m.redis, m.keys.pending()); !scan.isAtEnd() && m_held.size() < mostHeld;) {
        const auto rows = co_await scan.next();
        if (!rows)
            co_return false;
        for (const auto &row : *rows) {
            const QByteArray code = row.entry ? row.entry->code : QByteArray();
            const std::size_t key = row.entry ? qHash(code) : qHash(row.user) + 1;
            m_held.insert(key, {row.user, row.text, code, false});
        }
    }
    co_return true;
}

void HeldCodes::note(const QByteArray &code)
{
    const auto held = m_held.find(qHash(code));
    if (held != m_held.end() && held->code == code)
        held->inStock = true;
}

QCoro::Task<Result<bool>> HeldCodes::isUnchanged(Held held)
{
    std::vector<QByteArray> get{"HGET", m.keys.pending(), held.user};
    const auto still = co_await m.redis.commandTask(std::move(get));
    if (!still)
        co_return std::unexpected(still.error());
    const auto entry = PendingEntry::parse(still->text);
    const auto before = PendingEntry::parse(held.entry);
    co_return before ? entry && entry->number == before->number : still->text == held.entry;
}

QCoro::Task<bool> HeldCodes::judge()
{
    if (m_held.isEmpty())
        co_return true;
    QList<QByteArray> codes;
    for (const Held &one : std::as_const(m_held)) {
        if (!one.code.isEmpty())
            codes.append(one.code);
    }
    const auto wrong = co_await m.notStock(codes);
    if (!wrong)
        co_return false;
    QSet<QByteArray> unknown;
    for (const auto &one : *wrong) {
        // An issued one is between the book and its user key.
        if (one.why != book::NotStock::Why::Issued)
            unknown.insert(one.code);
    }
    const auto heldNow = m_held;
    for (const Held &one : heldNow) {
        if (!one.inStock && !one.code.isEmpty() && !unknown.contains(one.code))
            continue;
        const auto unchanged = co_await isUnchanged(one);
        if (!unchanged)
            co_return false;
        if (!*unchanged)
            continue;
        const bool ours = co_await m.isSameContent();
        if (!ours)
            continue;
        if (one.code.isEmpty())
            m.report({StockFault::Kind::UnreadableReservation, one.user});
        else if (unknown.contains(one.code))
            m.report({StockFault::Kind::UnknownReserved, one.code});
        else
            m.report({StockFault::Kind::DoubleCode, one.code});
    }
    co_return true;
}

} // namespace seonchak
