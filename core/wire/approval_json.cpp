// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/approval_json.h"

#include "core/wire/json_tools.h"

namespace seonchak::json {

namespace {

constexpr std::array approvalActs{"void", "declare-issued", "restore"};
constexpr std::array approvalStates{"waiting", "approved", "done", "declined"};

Result<Approval> approvalOf(const QJsonObject &object)
{
    Approval one;
    one.id = numberAt(object, QLatin1String("id"));
    const auto act = placeOf(approvalActs, textAt(object, QLatin1String("act")));
    const auto state = placeOf(approvalStates, textAt(object, QLatin1String("state")));
    if (one.id <= 0 || !act || !state)
        return failure(Trouble::Internal,
                       QStringLiteral("the answer is nothing that waits for a second person"));
    one.act = Approval::Act(*act);
    one.state = Approval::State(*state);
    one.subject = textAt(object, QLatin1String("reservation")).toLongLong();
    one.person = textAt(object, QLatin1String("person"));
    one.actor = textAt(object, QLatin1String("askedBy"));
    one.askedAt = timeAt(object, QLatin1String("askedAt"));
    one.until = timeAt(object, QLatin1String("until"));
    one.second = textAt(object, QLatin1String("second"));
    one.own = object.value(QLatin1String("own")).toBool();
    return one;
}

} // namespace

QString approvalActName(Approval::Act act)
{
    return QLatin1String(approvalActs.at(std::size_t(act)));
}

QJsonObject approval(const Approval &approval)
{
    return {
        {QStringLiteral("id"), approval.id},
        {QStringLiteral("act"), approvalActName(approval.act)},
        {QStringLiteral("reservation"),
         approval.subject > 0 ? QJsonValue(QString::number(approval.subject)) : QJsonValue()},
        {QStringLiteral("person"), approval.person},
        {QStringLiteral("askedBy"), approval.actor},
        {QStringLiteral("askedAt"), timeValue(approval.askedAt)},
        {QStringLiteral("until"), timeValue(approval.until)},
        {QStringLiteral("state"), QLatin1String(approvalStates.at(std::size_t(approval.state)))},
        {QStringLiteral("second"), approval.second.isEmpty() ? QJsonValue() : QJsonValue(approval.second)},
        {QStringLiteral("own"), approval.own}};
}

QByteArray approvals(const QList<Approval> &open)
{
    QJsonArray items;
    for (const Approval &one : open)
        items.append(approval(one));
    return compact({{QStringLiteral("items"), items}});
}

Result<Approval> readApproval(const QByteArray &text)
{
    const auto object = objectOf(text);
    return object ? approvalOf(*object) : std::unexpected(object.error());
}

Result<QList<Approval>> readApprovals(const QByteArray &text)
{
    const auto object = objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    QList<Approval> open;
    for (const auto &item : object->value(QLatin1String("items")).toArray()) {
        if (auto one = approvalOf(item.toObject())) // One of a later version is passed over.
            open.append(std::move(*one));
    }
    return open;
}

} // namespace seonchak::json
