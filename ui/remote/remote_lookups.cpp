// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/utc_text.h"
#include "core/wire/act_json.h"
#include "core/wire/coupon_json.h"
#include "core/wire/desk_json.h"
#include "core/wire/hooks_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/people_json.h"
#include "core/wire/preflight_json.h"
#include "ui/remote/remote_desk.h"
#include "ui/remote/remote_error.h"

/// What an attached window looks up in the sale.
namespace seonchak {

namespace {

/// A query, value by value.
class LookupQuery
{
public:
    explicit LookupQuery(QByteArray path)
        : m_text(std::move(path))
    {
    }
    void add(const char *name, const QByteArray &value)
    {
        m_text += m_next;
        m_text.append(name).append('=').append(value.toPercentEncoding());
        m_next = '&';
    }
    void add(const char *name, qint64 number) { add(name, QByteArray::number(number)); }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
    char m_next = '?';
};

constexpr std::chrono::seconds examinationLimit{60};

LookupQuery couponQuery(const char *path, const book::Filter &filter)
{
    LookupQuery query(path);
    if (filter.status)
        query.add("status", statusName(*filter.status));
    if (!filter.code.isEmpty())
        query.add("code", filter.code);
    if (filter.user)
        query.add("userId", *filter.user);
    if (!filter.codePrefix.isEmpty())
        query.add("prefix", filter.codePrefix);
    if (!filter.codePart.isEmpty())
        query.add("part", filter.codePart);
    return query;
}

LookupQuery auditQuery(const AuditFilter &filter)
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

} // namespace

QCoro::Task<Result<CouponPage>> RemoteDesk::coupons(book::Filter filter)
{
    LookupQuery query = couponQuery("/api/v1/coupons", filter);
    query.add("limit", std::min(filter.limit, json::mostInOnePage)); // `next` leads on, as it does at home.
    if (filter.after > 0)
        query.add("after", filter.after);
    if (filter.offset > 0)
        query.add("offset", filter.offset);
    if (filter.order != book::Order::Id)
        query.add("order", json::orderName(filter.order));
    if (filter.descending)
        query.add("descending", "true");
    auto asking = look({.path = query.text()});
    const auto page = co_await asking;
    co_return readGood(page, json::readCouponPage);
}

QCoro::Task<Result<qint64>> RemoteDesk::countCoupons(book::Filter filter)
{
    auto asking = look({.path = couponQuery("/api/v1/coupons/count", filter).text()});
    const auto counted = co_await asking;
    const auto object = readGood(counted, json::objectOf);
    co_return object ? Result<qint64>(json::numberAt(*object, QLatin1String("count")))
                     : std::unexpected(object.error());
}

QCoro::Task<Result<QList<QByteArray>>> RemoteDesk::existing(QList<QByteArray> codes)
{
    DeskRequest request{.method = "POST", .path = "/api/v1/coupons/existing", .body = json::codes(codes)};
    auto asking = look(std::move(request));
    const auto found = co_await asking;
    co_return readGood(found, json::readExisting);
}

QCoro::Task<Result<std::optional<Biography>>> RemoteDesk::biography(QByteArray code)
{
    LookupQuery query("/api/v1/life");
    query.add("code", code);
    auto asking = look({.path = query.text()});
    const auto answer = co_await asking;
    auto life = readGood(answer, json::readLife);
    if (!life && life.error().trouble == Trouble::NotFound)
        co_return std::nullopt;
    if (!life)
        co_return std::unexpected(life.error());
    co_return std::optional<Biography>(std::move(*life));
}

QCoro::Task<Result<WhyNot>> RemoteDesk::whyNot(UserId user)
{
    auto asking = look({.path = "/api/v1/users/" + QByteArray::number(user)});
    const auto answer = co_await asking;
    co_return readGood(answer, json::readWhyNot);
}

bool RemoteDesk::canExamine() const
{
    return m_link.place() && m_link.place()->can("preflight");
}

QCoro::Task<Result<std::vector<doctor::Check>>> RemoteDesk::preflight(doctor::Tongue tongue)
{
    DeskRequest request{.path = "/api/v1/preflight", .limit = examinationLimit};
    request.language = tongue == doctor::Tongue::Korean ? "ko" : "en";
    auto asking = look(std::move(request));
    const auto found = co_await asking;
    co_return readGood(found, json::readPreflight);
}

QCoro::Task<Result<HookPage>> RemoteDesk::hooks(HookFilter filter)
{
    LookupQuery query("/api/v1/webhooks");
    query.add("limit", filter.limit);
    if (filter.state)
        query.add("state", json::hookStateName(*filter.state));
    if (filter.before > 0)
        query.add("before", filter.before);
    auto asking = look({.path = query.text()});
    const auto answer = co_await asking;
    co_return readGood(answer, json::readHookPage);
}

QCoro::Task<Result<QList<OpenDoubt>>> RemoteDesk::doubts()
{
    auto asking = look({.path = "/api/v1/doubts"});
    const auto answer = co_await asking;
    co_return readGood(answer, json::readDoubts);
}

QCoro::Task<Result<AuditPage>> RemoteDesk::audit(AuditFilter filter)
{
    auto asking = look({.path = auditQuery(filter).text()});
    const auto answer = co_await asking;
    co_return readGood(answer, json::readAuditPage);
}

QCoro::Task<QList<Sample>> RemoteDesk::past()
{
    auto asking = look({.path = "/api/v1/history?minutes=60&step=4"});
    const auto answer = co_await asking;
    const auto past = json::readHistory(answer.isGood() ? answer.body : QByteArray(), m_clock.steadyNs());
    co_return past ? past->samples : QList<Sample>();
}

} // namespace seonchak
