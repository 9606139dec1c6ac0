// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/remote_desk.h"

#include "core/wire/act_json.h"
#include "core/wire/approval_json.h"
#include "core/wire/coupon_json.h"
#include "core/wire/desk_json.h"
#include "core/wire/hooks_json.h"
#include "core/wire/json_tools.h"
#include "core/wire/people_json.h"
#include "core/wire/preflight_json.h"
#include "core/wire/sale_json.h"
#include "core/wire/status_json.h"
#include "ui/remote/attach_words.h"
#include "ui/remote/lookup_query.h"

namespace seonchak {

namespace {

constexpr std::size_t eventsKept = 4096;
constexpr std::chrono::seconds examinationLimit{60};
const QByteArray couponsPath = "/api/v1/coupons/";

QByteArray pushQuery(bool push)
{
    return push ? "?push=true" : "?push=false";
}

Result<qint64> readCount(const QByteArray &text)
{
    const auto object = json::objectOf(text);
    return object ? Result<qint64>(json::numberAt(*object, QLatin1String("count")))
                  : std::unexpected(object.error());
}

Result<SaleTimes> readTimes(const QByteArray &text)
{
    const auto object = json::objectOf(text);
    if (!object)
        return std::unexpected(object.error());
    const SaleView view = json::readSale(*object);
    return SaleTimes{0, view.opensAt, view.closesAt};
}

Result<ForeignFound> readFound(const QByteArray &text)
{
    const Result<std::optional<ForeignFound>> found = json::readForeign(text);
    return found ? Result<ForeignFound>(found->value_or(ForeignFound())) : std::unexpected(found.error());
}

} // namespace

RemoteDesk::RemoteDesk(DeskAddress address, QByteArray token, const Clock &clock)
    : m_clock(clock)
    , m_calls(std::move(address), std::move(token), clock)
{
    const DeskLink &link = m_calls.link();
    connect(&link, &DeskLink::heard, this, &RemoteDesk::take);
    connect(&link, &DeskLink::happened, this, &RemoteDesk::keep);
    connect(&link, &DeskLink::changed, this, &RemoteDesk::follow);
}

RemoteDesk::~RemoteDesk()
{
    m_calls.end(); // Tasks that wait for an answer still use the other members.
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting.deliver({});
}

void RemoteDesk::take(const Status &status)
{
    if (m_waiting.empty()) {
        m_fresh = status;
        return;
    }
    m_fresh.reset();
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting.deliver(status);
}

void RemoteDesk::keep(Event event)
{
    event.serial = ++m_lastEvent;
    m_events.push_back(std::move(event));
    if (m_events.size() > eventsKept)
        m_events.pop_front();
}

/// Reports a change of the server's description, from which header and confirmations are built.
void RemoteDesk::follow()
{
    if (!placeNow())
        return;
    const json::DeskPlaceInfo &now = *placeNow();
    const bool isSame = now.sale.name == m_shown.sale.name && now.sale.live == m_shown.sale.live &&
                        now.partner.url == m_shown.partner.url &&
                        now.partner.timeoutMs == m_shown.partner.timeoutMs && now.role == m_shown.role &&
                        now.secondPerson == m_shown.secondPerson && now.name == m_shown.name;
    m_shown = now;
    if (!isSame)
        Q_EMIT placeChanged();
}

std::optional<Attachment> RemoteDesk::attachment() const
{
    Attachment to;
    to.where = m_calls.address().shown;
    if (const auto &place = placeNow()) {
        to.name = place->name;
        to.role = place->role;
        to.version = place->version;
    }
    const DeskLink &link = m_calls.link();
    to.connected = link.isConnected();
    if (to.connected) {
        to.others = link.others();
        to.jobs = m_calls.jobsOfOthers();
    }
    if (!to.connected) {
        to.trouble = AttachWords::title(link.failure());
        to.toDo = AttachWords::advice(link.failure(), to.where);
    }
    return to;
}

QString RemoteDesk::barred(DeskAct act) const
{
    const auto &place = placeNow();
    if (!place)
        return AttachWords::notConnected();
    const bool isAdmin = place->role == QLatin1String("admin");
    const bool may = isAdmin || (act == DeskAct::Operate && place->role == QLatin1String("operator"));
    return may ? QString() : AttachWords::roleTooSmall(place->role, act);
}

QString RemoteDesk::lacks(const char *capability) const
{
    const auto &place = placeNow();
    return !place || place->can(capability) ? QString() : AttachWords::lacking(place->version);
}

QString RemoteDesk::serverUrl() const
{
    return m_calls.address().shown;
}

PartnerOptions RemoteDesk::partner() const
{
    return placeNow() ? placeNow()->partner : PartnerOptions();
}

SaleSign RemoteDesk::sale() const
{
    const auto &place = placeNow();
    return place ? SaleSign{place->sale.name, place->sale.live, true, place->secondPerson}
                 : SaleSign{.known = false};
}

QCoro::Task<Status> RemoteDesk::status()
{
    if (m_fresh)
        co_return *std::exchange(m_fresh, std::nullopt);
    const Promised<Status> coming;
    m_waiting.push_back(coming);
    co_return co_await coming;
}

EventPage RemoteDesk::events(quint64 after, qsizetype most) const
{
    EventPage page;
    page.next = after;
    for (const Event &event : m_events) {
        if (event.serial <= after)
            continue;
        if (page.items.size() == most)
            break;
        page.dropped += event.serial - page.next - 1;
        page.next = event.serial;
        page.items.append(event);
    }
    return page;
}

QCoro::Task<Result<Generated>> RemoteDesk::generate(GenerateOrder order, Work work)
{
    return m_calls.workOnce({.method = "POST",
                             .path = "/api/v1/generate" + pushQuery(order.push),
                             .body = json::generateOrder(order)},
                            json::readGenerated, std::move(work), {&StockNumbers::generated, order.count});
}

QCoro::Task<Result<Pushed>> RemoteDesk::push(Work work)
{
    return m_calls.workOnce({.method = "POST", .path = couponsPath + "push"}, json::readPushed,
                            std::move(work), {.field = &StockNumbers::staged, .falls = true});
}

QCoro::Task<Result<Added>> RemoteDesk::add(QList<QByteArray> codes, bool push)
{
    return m_calls.actOnce(
        {.method = "POST", .path = couponsPath + "add" + pushQuery(push), .body = json::codes(codes)},
        json::readAdded);
}

QCoro::Task<Result<Coupon>> RemoteDesk::rename(CouponId id, QByteArray code)
{
    const QByteArray order = json::codes({code});
    return m_calls.act<Coupon>({.method = "PUT",
                                .path = couponsPath + QByteArray::number(id),
                                .body = order.mid(1, order.size() - 2)},
                               json::readCoupon);
}

QCoro::Task<Result<Coupon>> RemoteDesk::voidOne(CouponId id)
{
    return m_calls.act<Coupon>({.method = "DELETE", .path = couponsPath + QByteArray::number(id)},
                               json::readCoupon);
}

QCoro::Task<Result<VoidedChosen>> RemoteDesk::voidChosen(QList<CouponId> ids, Work work)
{
    return m_calls.workOnce(
        {.method = "POST", .path = couponsPath + "void-chosen", .body = json::chosen(ids)},
        json::readVoidedChosen, std::move(work), {&StockNumbers::voided, ids.size()});
}

QCoro::Task<Result<VoidPlan>> RemoteDesk::planVoid()
{
    return m_calls.lookUp({.path = couponsPath + "void"}, json::readVoidPlan);
}

QCoro::Task<Result<qint64>> RemoteDesk::voidUnissued(Work work)
{
    return m_calls.workOnce({.method = "POST", .path = couponsPath + "void"}, json::readVoided,
                            std::move(work), {&StockNumbers::voided});
}

QCoro::Task<Result<void>> RemoteDesk::setPaused(bool paused)
{
    return m_calls.setState(
        {.method = "POST", .path = paused ? "/api/v1/issuing/pause" : "/api/v1/issuing/resume"},
        {.path = "/api/v1/status"}, [paused](const QByteArray &text) {
            const auto status = json::readStatus(text);
            return status && status->paused == paused;
        });
}

QCoro::Task<Result<SaleTimes>> RemoteDesk::setTimes(SaleTimesChange change)
{
    return m_calls.act({.method = "PUT", .path = "/api/v1/sale", .body = json::saleTimes(change)}, readTimes);
}

QCoro::Task<Result<DoubtEnd>> RemoteDesk::settleDoubt(qint64 reservation, DoubtOrder order)
{
    const char *how = order == DoubtOrder::Ask             ? "/ask"
                      : order == DoubtOrder::DeclareIssued ? "/issued"
                                                           : "/restore";
    const QByteArray path = "/api/v1/doubts/" + QByteArray::number(reservation) + how;
    return m_calls.act({.method = "POST", .path = path}, json::readDoubtEnd);
}

QCoro::Task<Result<ForeignFound>> RemoteDesk::settleForeignKeys(ForeignChoice choice)
{
    const QByteArray order = "{\"choice\":\"" + foreignChoiceName(choice).toLatin1() + "\"}";
    return m_calls.act({.method = "POST", .path = "/api/v1/redis/foreign", .body = order}, readFound);
}

QCoro::Task<Result<QList<CutAct>>> RemoteDesk::cutActs()
{
    return m_calls.lookUp({.path = "/api/v1/cut-acts"}, json::readCutActs);
}

QCoro::Task<Result<qint64>> RemoteDesk::settleCut(QString id, CutChoice choice, Work)
{
    const QByteArray path =
        "/api/v1/cut-acts/" + id.toUtf8().toPercentEncoding() + '/' + json::cutChoiceName(choice);
    return m_calls.act({.method = "POST", .path = path}, json::readCutSettled);
}

QCoro::Task<Result<QList<Approval>>> RemoteDesk::approvals()
{
    return m_calls.lookUp({.path = "/api/v1/approvals"}, json::readApprovals);
}

QCoro::Task<Result<Approval>> RemoteDesk::decideApproval(qint64 id, QByteArray how)
{
    const QByteArray path = "/api/v1/approvals/" + QByteArray::number(id) + how;
    return m_calls.act({.method = "POST", .path = path}, json::readApproval);
}

QCoro::Task<Result<Approval>> RemoteDesk::approve(qint64 id)
{
    return decideApproval(id, "/approve");
}

QCoro::Task<Result<Approval>> RemoteDesk::declineApproval(qint64 id)
{
    return decideApproval(id, "/decline");
}

QCoro::Task<Result<void>> RemoteDesk::record(QString action, QString detail, QString result)
{
    const bool isLook = action == QLatin1String("preflight") && canExamine();
    if (action != QLatin1String("export") && !isLook)
        co_return Result<void>(); // The rest happens to the server, which tells its own trail.
    const QByteArray note =
        json::compact({{QStringLiteral("detail"), detail}, {QStringLiteral("result"), result}});
    auto acting = m_calls.act(
        {.method = "POST", .path = isLook ? "/api/v1/preflight" : "/api/v1/exports", .body = note});
    co_return co_await acting;
}

QCoro::Task<Result<CouponPage>> RemoteDesk::coupons(book::Filter filter)
{
    return m_calls.lookUp({.path = LookupQuery::coupons(filter).text()}, json::readCouponPage);
}

QCoro::Task<Result<qint64>> RemoteDesk::countCoupons(book::Filter filter)
{
    return m_calls.lookUp({.path = LookupQuery::couponCount(filter).text()}, readCount);
}

QCoro::Task<Result<QList<QByteArray>>> RemoteDesk::existing(QList<QByteArray> codes)
{
    return m_calls.lookUp({.method = "POST", .path = "/api/v1/coupons/existing", .body = json::codes(codes)},
                          json::readExisting);
}

QCoro::Task<Result<std::optional<Biography>>> RemoteDesk::biography(QByteArray code)
{
    LookupQuery query("/api/v1/life");
    query.add("code", code);
    auto asking = m_calls.lookUp({.path = query.text()}, json::readLife);
    auto life = co_await asking;
    if (!life && life.error().trouble == Trouble::NotFound)
        co_return std::nullopt;
    if (!life)
        co_return std::unexpected(life.error());
    co_return std::optional<Biography>(std::move(*life));
}

QCoro::Task<Result<WhyNot>> RemoteDesk::whyNot(UserId user)
{
    return m_calls.lookUp({.path = "/api/v1/users/" + QByteArray::number(user)}, json::readWhyNot);
}

QCoro::Task<Result<QList<OpenDoubt>>> RemoteDesk::doubts()
{
    return m_calls.lookUp({.path = "/api/v1/doubts"}, json::readDoubts);
}

QCoro::Task<Result<AuditPage>> RemoteDesk::audit(AuditFilter filter)
{
    return m_calls.lookUp({.path = LookupQuery::audit(filter).text()}, json::readAuditPage);
}

QCoro::Task<Result<HookPage>> RemoteDesk::hooks(HookFilter filter)
{
    return m_calls.lookUp({.path = LookupQuery::hooks(filter).text()}, json::readHookPage);
}

QCoro::Task<Result<HookDelivery>> RemoteDesk::sendHookAgain(qint64 delivery)
{
    const QByteArray path = "/api/v1/webhooks/" + QByteArray::number(delivery) + "/send";
    return m_calls.act({.method = "POST", .path = path}, json::readHookDelivery);
}

bool RemoteDesk::canExamine() const
{
    return placeNow() && placeNow()->can("preflight");
}

QCoro::Task<Result<std::vector<doctor::Check>>> RemoteDesk::preflight(doctor::Tongue tongue)
{
    const QByteArray language = tongue == doctor::Tongue::Korean ? "ko" : "en";
    return m_calls.lookUp({.path = "/api/v1/preflight", .language = language, .limit = examinationLimit},
                          json::readPreflight);
}

QCoro::Task<QList<Sample>> RemoteDesk::past()
{
    auto asking = m_calls.look({.path = "/api/v1/history?minutes=60&step=4"});
    const auto answer = co_await asking;
    const auto past = json::readHistory(answer.isGood() ? answer.body : QByteArray(), m_clock.steadyNs());
    co_return past ? past->samples : QList<Sample>();
}

} // namespace seonchak
