// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/watch/held_codes.h"

#include "core/redis/connection.h"
#include "core/redis/pending_entry.h"

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
    QByteArray cursor = "0";
    do {
        std::vector<QByteArray> scan{"HSCAN", m.keys.pending(), cursor, "COUNT", "1000"};
        const auto page = co_await m.redis.commandTask(std::move(scan));
        if (!page || page->items.size() != 2)
            co_return false;
        cursor = page->items[0].text;
        const auto &parts = page->items[1].items;
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
            const auto entry = PendingEntry::parse(parts[i + 1].text);
            const QByteArray code = entry ? entry->code : QByteArray();
            const std::size_t key = entry ? qHash(code) : qHash(parts[i].text) + 1;
            m_held.insert(key, {parts[i].text, parts[i + 1].text, code, false});
        }
    } while (cursor != "0" && m_held.size() < mostHeld);
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
