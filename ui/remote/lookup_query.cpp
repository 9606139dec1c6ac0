// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/lookup_query.h"

#include "core/coupon/utc_text.h"
#include "core/wire/coupon_json.h"
#include "core/wire/hooks_json.h"
#include "core/wire/json_tools.h"

#include <algorithm>

namespace seonchak {

void LookupQuery::add(const char *name, const QByteArray &value)
{
    m_text += m_next;
    m_text.append(name).append('=').append(value.toPercentEncoding());
    m_next = '&';
}

void LookupQuery::narrow(const book::Filter &filter)
{
    if (filter.status)
        add("status", statusName(*filter.status));
    if (!filter.code.isEmpty())
        add("code", filter.code);
    if (filter.user)
        add("userId", *filter.user);
    if (!filter.codePrefix.isEmpty())
        add("prefix", filter.codePrefix);
    if (!filter.codePart.isEmpty())
        add("part", filter.codePart);
}

LookupQuery LookupQuery::coupons(const book::Filter &filter)
{
    LookupQuery query("/api/v1/coupons");
    query.narrow(filter);
    query.add("limit", std::min(filter.limit, json::mostInOnePage)); // `next` leads on, as it does at home.
    if (filter.after > 0)
        query.add("after", filter.after);
    if (filter.offset > 0)
        query.add("offset", filter.offset);
    if (filter.order != book::Order::Id)
        query.add("order", json::orderName(filter.order));
    if (filter.descending)
        query.add("descending", "true");
    return query;
}

LookupQuery LookupQuery::couponCount(const book::Filter &filter)
{
    LookupQuery query("/api/v1/coupons/count");
    query.narrow(filter);
    return query;
}

LookupQuery LookupQuery::audit(const AuditFilter &filter)
{
    LookupQuery query("/api/v1/audit");
    query.add("limit", filter.limit);
    if (!filter.text.isEmpty())
        query.add("text", filter.text.toUtf8());
    for (const QString &words : filter.alike)
        query.add("alike", words.toUtf8());
    if (!filter.action.isEmpty())
        query.add("action", filter.action.toUtf8());
    if (filter.from)
        query.add("from", utcText(*filter.from));
    if (filter.until)
        query.add("until", utcText(*filter.until));
    if (filter.after > 0)
        query.add("after", filter.after);
    if (filter.before > 0)
        query.add("before", filter.before);
    if (filter.counted)
        query.add("counted", "true");
    return query;
}

LookupQuery LookupQuery::hooks(const HookFilter &filter)
{
    LookupQuery query("/api/v1/webhooks");
    query.add("limit", filter.limit);
    if (filter.state)
        query.add("state", json::hookStateName(*filter.state));
    if (filter.before > 0)
        query.add("before", filter.before);
    return query;
}

} // namespace seonchak
