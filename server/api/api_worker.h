// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/async/work_pool.h"
#include "core/issue/sale/sale.h"
#include "server/api/router.h"
#include "server/api/running_acts.h"
#include "server/api/security.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace seonchak::http {

class DeskRoll;
class PreflightDesk;
class StreamDesk;
class StreamFeed;

/// What a person does about a doubt.
enum class DoubtAct { Ask, DeclareIssued, Restore };

/// One worker's part of the API: the checks that every request passes, in a fixed order (host and origin,
/// path, method, local access, token and role, media type), then the endpoint. Lives on its worker's thread.
/// The sale, the security and the pool are shared.
class ApiWorker : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Sale &sale;
        Security &security;
        WorkPool &pool; ///< for parsing large bodies
        const QByteArray &openApi;
        StreamFeed &feed;
        RunningActs &acts;
        DeskRoll &desks;
        PreflightDesk &preflight;
    };
    explicit ApiWorker(Parts parts);
    ~ApiWorker() override;

    /// The transport's handler.
    void handle(Request request, Reply reply);
    /// Issues under way are soon answered with 503; wait for the thread's tasks before destroying this
    /// object.
    void cancel() { m_station->cancel(); }

    /// The rows of all endpoints, in the order in which Allow names the methods of a path.
    static std::vector<EndpointTable> endpoints();

private:
    static EndpointTable issueEndpoints();
    static EndpointTable couponsEndpoints();
    static EndpointTable saleEndpoints();
    static EndpointTable deskEndpoints();
    static EndpointTable windowEndpoints();
    static EndpointTable streamEndpoints();
    static EndpointTable jobsEndpoints();
    static EndpointTable hooksEndpoints();
    static EndpointTable approvalsEndpoints();

    Task<> serve(Request request, Reply reply);
    /// A refusal, or nullopt if the request may go to its endpoint; the request then knows its sender.
    std::optional<Response> refusal(Request &request, const Route &route);
    void replySlowly(const Request &request, Response response, Reply reply);
    Task<Response> dispatch(const Request &request, const Route &route);

    Task<Response> issue(const Request &request, const QByteArray &id);
    Task<Response> addCoupons(const Request &request);
    Task<Response> pushCoupons(const Request &request);
    Task<Response> listCoupons(const Request &request);
    Task<Response> getCoupon(const Request &request, const QByteArray &id);
    Task<Response> editCoupon(const Request &request, const QByteArray &id);
    Task<Response> generate(const Request &request);
    using LongAct = std::function<Task<Response>(Request, Once)>;
    /// Answers when the act is done, or immediately with a job if the request prefers that (RFC 7240).
    Task<Response> carryOut(Request request, Once once, LongAct act);
    Task<Response> makeCoupons(Request request, GenerateOrder order, Once once);
    Task<Response> addAll(Request request, QList<QByteArray> codes, bool push, Once once);
    Task<Response> voidAmong(Request request, QList<CouponId> ids, Once once);
    Task<Response> pushStaged(Request request, Once once);
    Task<Response> voidAll(Request request, Once once);
    Response listJobs(const Request &request) const;
    Task<Response> getJob(const Request &request, const QByteArray &id);
    Task<Response> status(const Request &request);
    Task<Response> metrics(const Request &request);
    Response ready(const Request &request) const;
    Response health(const Request &request) const;
    Response openApi(const Request &request) const;

    Task<Response> sale(const Request &request);
    Task<Response> setSale(const Request &request);
    [[nodiscard]] Response notOpen(const Request &request) const;
    Task<Response> setPaused(const Request &request, bool paused);
    Task<Response> voidCoupon(const Request &request, const QByteArray &id);
    Task<Response> planVoid(const Request &request);
    Task<Response> voidUnissued(const Request &request);
    Task<Response> couponLife(const Request &request, const QByteArray &id);
    Task<Response> whyNot(const Request &request, const QByteArray &id);
    Task<Response> listDoubts(const Request &request);
    Task<Response> listApprovals(const Request &request);
    Task<Response> decideApproval(const Request &request, const QByteArray &id, bool approve);
    Task<Response> needsSecond(const Request &request, Approval::Act act, qint64 subject);
    Task<Response> settleDoubt(const Request &request, const QByteArray &id, DoubtAct how);
    Task<Response> foreignKeys(const Request &request);
    Task<Response> settleForeignKeys(const Request &request);
    Task<Response> listAudit(const Request &request);
    Task<Response> listHooks(const Request &request);
    Task<Response> sendHook(const Request &request, const QByteArray &id);
    Response listEvents(const Request &request) const;
    Response stream(const Request &request);
    Task<Response> history(const Request &request);
    Task<Response> desk(const Request &request);
    Response tellDesk(const Request &request);
    Task<Response> countCoupons(const Request &request);
    Task<Response> existingCoupons(const Request &request);
    Task<Response> voidChosen(const Request &request);
    Task<Response> lifeOfCode(const Request &request);
    Task<Response> listCutActs(const Request &request);
    Task<Response> settleCutAct(const Request &request, const QByteArray &id, CutChoice choice);
    Response stopAct(const Request &request, const QByteArray &key);
    Task<Response> recordExport(const Request &request);
    Task<Response> preflight(const Request &request);
    Task<Response> recordPreflight(const Request &request);
    Task<Response> recordNote(const Request &request, QString action);
    void recordRefusedToken(const Request &request);

    Parts m;
    std::unique_ptr<IssueStation> m_station;
    std::shared_ptr<StreamDesk> m_streams;
};

} // namespace seonchak::http
