// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/edit_conflict.h"

#include "ui/parts/moment.h"
#include "ui/port/desk_port.h"
#include "ui/port/first_doer.h"

#include <algorithm>

namespace seonchak {

namespace {

const QLatin1String newCode(", new code ");

QString aboutCoupon(CouponId id)
{
    return QStringLiteral("coupon %1").arg(id);
}

bool gave(const AuditEntry &entry, const QString &code)
{
    const bool isEdit = entry.action == QLatin1String("edit") && EditConflict::codeGiven(entry) == code;
    const bool isAdd = entry.action == QLatin1String("add") &&
                       entry.detail.startsWith(QStringLiteral("1 codes, %1 to").arg(code));
    return entry.result.startsWith(QLatin1String("done")) && (isEdit || isAdd);
}

} // namespace

QString EditConflict::codeGiven(const AuditEntry &edit)
{
    const auto at = edit.detail.indexOf(newCode);
    return at < 0 ? QString() : edit.detail.mid(at + newCode.size());
}

QCoro::Task<std::optional<AuditEntry>> EditConflict::findBlockingEdit(DeskPort &port, CouponId id,
                                                                      QByteArray code, Error error)
{
    if (error.trouble != Trouble::Conflict)
        co_return std::nullopt;
    if (!error.names.contains(code)) {
        const FirstDoer wanted{
            {QStringLiteral("void"), QStringLiteral("edit")}, aboutCoupon(id), QStringLiteral("done")};
        auto asking = firstDoer(port, wanted);
        const auto first = co_await asking;
        co_return first;
    }
    AuditFilter filter;
    filter.text = QString::fromUtf8(code);
    auto asking = port.audit(filter);
    const auto page = co_await asking;
    if (!page)
        co_return std::nullopt;
    const auto found = std::ranges::find_if(
        page->items, [&filter](const AuditEntry &entry) { return gave(entry, filter.text); });
    co_return found == page->items.end() ? std::nullopt : std::optional<AuditEntry>(*found);
}

QCoro::Task<std::optional<AuditEntry>> EditConflict::whoWasReplaced(DeskPort &port, Coupon seen)
{
    AuditFilter filter;
    filter.action = QStringLiteral("edit");
    filter.text = aboutCoupon(seen.id) + u',';
    auto asking = port.audit(filter);
    const auto page = co_await asking;
    if (!page)
        co_return std::nullopt;
    QList<AuditEntry> edits; // The newest is this window's own.
    std::ranges::copy_if(page->items, std::back_inserter(edits), [&filter](const AuditEntry &entry) {
        return entry.detail.startsWith(filter.text) && entry.result.startsWith(QLatin1String("done"));
    });
    if (edits.size() < 2 || codeGiven(edits[1]).toUtf8() == seen.code)
        co_return std::nullopt;
    const QString replaced = QStringLiteral("code ") + codeGiven(edits[1]) + newCode;
    co_return edits[0].detail.contains(replaced) ? std::optional<AuditEntry>(edits[1]) : std::nullopt;
}

QString EditConflict::words(const std::optional<AuditEntry> &first)
{
    if (!first)
        return {};
    const QString words = first->action == QLatin1String("void")  ? tr("%1 voided it at %2.")
                          : first->action == QLatin1String("add") ? tr("%1 added it at %2.")
                                                                  : tr("%1 edited it at %2.");
    return u' ' + words.arg(first->actor, moment::second(first->at));
}

} // namespace seonchak
