// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/administration/administration.h"
#include "core/issue/administration/records.h"
#include "core/issue/ground/sale_shared.h"

/// Queries and actions on webhooks.
namespace seonchak {

QCoro::Task<Result<HookPage>> Records::hooks(HookFilter filter)
{
    std::function<Result<HookPage>(Session &)> read =
        [filter, urls = m_shared.options.hooks.urls](Session &session) -> Result<HookPage> {
        HookFilter oneMore = filter;
        ++oneMore.limit;
        auto receivers = book::hookReceivers(session, urls);
        if (!receivers)
            return std::unexpected(receivers.error());
        auto items = book::hookDeliveries(session, oneMore);
        if (!items)
            return std::unexpected(items.error());
        HookPage page{std::move(*receivers), std::move(*items), {}};
        if (page.items.size() > filter.limit) {
            page.items.resize(filter.limit);
            page.next = page.items.last().id;
        }
        return page;
    };
    co_return co_await m_shared.readers.run<HookPage>(std::move(read));
}

QCoro::Task<Result<HookDelivery>> Administration::sendHookAgain(QString actor, qint64 id)
{
    std::function<Result<HookDelivery>(Session &)> work =
        [id, now = m_shared.clock.wallMs()](Session &session) { return book::sendAgain(session, id, now); };
    const auto sent = co_await m_shared.journal.write<HookDelivery>(std::move(work));
    if (!sent)
        co_return sent;
    const QString detail =
        QStringLiteral("delivery %1: %2 to %3").arg(id).arg(sent->event.occurrence, shownHookUrl(sent->url));
    co_await note(actor, QStringLiteral("webhook-send"), detail, QStringLiteral("done: is sent again"));
    co_return sent;
}

} // namespace seonchak
