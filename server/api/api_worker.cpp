// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api_worker.h"

#include "server/api/endpoint_tools.h"

#include <QTimer>

namespace seonchak::http {

namespace {

constexpr qsizetype mostPathShown = 200;

bool readsBody(Endpoint endpoint)
{
    return endpoint == Endpoint::AddCoupons || endpoint == Endpoint::EditCoupon ||
           endpoint == Endpoint::Generate;
}

bool isJson(QByteArrayView contentType)
{
    const auto semicolon = contentType.indexOf(';');
    const auto type = (semicolon < 0 ? contentType : contentType.first(semicolon)).trimmed();
    return type.compare("application/json", Qt::CaseInsensitive) == 0;
}

} // namespace

ApiWorker::ApiWorker(Parts parts)
    : m(parts)
    , m_station(m.sale.openStation())
{
}

ApiWorker::~ApiWorker() = default;

void ApiWorker::handle(Request request, Reply reply)
{
    serve(std::move(request), std::move(reply));
}

QCoro::Task<> ApiWorker::serve(Request request, Reply reply)
{
    const Route route = findRoute(request.method, request.path);
    if (auto refused = refusal(request, route)) {
        m.sale.countRejected();
        if (refused->status == 401) {
            recordRefusedToken(request);
            replyUnauthorized(std::move(*refused), std::move(reply));
        } else {
            reply(std::move(*refused));
        }
        co_return;
    }
    Response response = co_await dispatch(request, route);
    if (response.status == 400)
        m.sale.countRejected();
    reply(std::move(response));
}

std::optional<Response> ApiWorker::refusal(const Request &request, const Route &route)
{
    if (const auto refused = m.security.refuses(request))
        return problem(*refused, request);
    if (!route.endpoint && route.allow.isEmpty())
        return problem(Problem::NotFound, request);
    if (!route.endpoint) {
        Response response = problem(Problem::MethodNotAllowed, request);
        response.headers.emplaceBack("Allow", route.allow);
        return response;
    }
    if (route.administration && !m.security.isAdministrator(request)) {
        Response response = problem(Problem::Unauthorized, request);
        response.headers.emplaceBack("WWW-Authenticate", "Bearer realm=\"seonchak\"");
        return response;
    }
    const QByteArray type = request.header("content-type");
    if (readsBody(*route.endpoint) && !request.body.isEmpty() && !type.isEmpty() && !isJson(type))
        return problem(Problem::UnsupportedMediaType, request);
    return std::nullopt;
}

void ApiWorker::replyUnauthorized(Response response, Reply reply)
{
    const int delay = m.security.delayAfterFailure();
    auto send = [response = std::move(response), reply = std::move(reply)] { reply(response); };
    if (delay == 0)
        send();
    else
        QTimer::singleShot(delay, this, std::move(send));
}

/// The trail has one entry a second and address at most, with how many it stands for.
void ApiWorker::recordRefusedToken(const Request &request)
{
    QString actor = actorOf(request);
    const auto turn = m.security.refusals().add(actor);
    const QString what = QString::fromLatin1(request.method + ' ' + request.path.left(mostPathShown));
    const auto write = [this, actor, what](int times) {
        m.sale.administration().record(actor, QStringLiteral("token-refused"), what,
                                       QStringLiteral("refused: %1 times").arg(times));
    };
    switch (turn) {
    case RefusalTally::Add::Write:
        return write(1);
    case RefusalTally::Add::WriteLater:
        return QTimer::singleShot(RefusalTally::intervalMs, this,
                                  [this, actor, write] { write(m.security.refusals().take(actor)); });
    case RefusalTally::Add::Counted:
        return;
    }
}

QCoro::Task<Response> ApiWorker::dispatch(const Request &request, const Route &route)
{
    if (route.administration)
        m.security.forgetFailures();
    switch (*route.endpoint) {
    case Endpoint::IssueCoupon:
        co_return co_await issue(request, route.id);
    case Endpoint::AddCoupons:
        co_return co_await addCoupons(request);
    case Endpoint::PushCoupons:
        co_return co_await pushCoupons(request);
    case Endpoint::ListCoupons:
        co_return co_await listCoupons(request);
    case Endpoint::GetCoupon:
        co_return co_await getCoupon(request, route.id);
    case Endpoint::EditCoupon:
        co_return co_await editCoupon(request, route.id);
    case Endpoint::Generate:
        co_return co_await generate(request);
    case Endpoint::Status:
        co_return co_await status(request);
    case Endpoint::Metrics:
        co_return co_await metrics(request);
    case Endpoint::Health:
        co_return Response{200, "application/json", "{\"status\":\"UP\"}", {}, false};
    case Endpoint::Ready:
        co_return ready(request);
    case Endpoint::OpenApi:
        co_return Response{200, "application/json", m.openApi, {}, false};
    case Endpoint::PauseIssuing:
    case Endpoint::ResumeIssuing:
        co_return co_await setPaused(request, *route.endpoint == Endpoint::PauseIssuing);
    default:
        co_return co_await dispatchDesk(request, route);
    }
    Q_UNREACHABLE();
}

QCoro::Task<Response> ApiWorker::dispatchDesk(const Request &request, const Route &route)
{
    switch (*route.endpoint) {
    case Endpoint::VoidCoupon:
        co_return co_await voidCoupon(request, route.id);
    case Endpoint::PlanVoid:
        co_return co_await planVoid(request);
    case Endpoint::VoidUnissued:
        co_return co_await voidUnissued(request);
    case Endpoint::CouponLife:
        co_return co_await couponLife(request, route.id);
    case Endpoint::WhyNot:
        co_return co_await whyNot(request, route.id);
    case Endpoint::ListDoubts:
        co_return co_await listDoubts(request);
    case Endpoint::AskDoubt:
    case Endpoint::DoubtIsIssued:
    case Endpoint::RestoreDoubt:
        co_return co_await settleDoubt(request, route.id, *route.endpoint);
    case Endpoint::ForeignKeys:
        co_return co_await foreignKeys(request);
    case Endpoint::SettleForeignKeys:
        co_return co_await settleForeignKeys(request);
    case Endpoint::ListAudit:
        co_return co_await listAudit(request);
    case Endpoint::ListEvents:
        co_return listEvents(request);
    default:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace seonchak::http
