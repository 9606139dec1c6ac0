// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/job_answer.h"

#include "core/async/promised.h"
#include "core/issue/engine/chosen_note.h"
#include "core/wire/act_json.h"
#include "core/wire/job_json.h"
#include "core/wire/json_tools.h"
#include "server/api/endpoint_tools.h"

#include <QUuid>

#include <atomic>

namespace seonchak::http {

namespace {

bool prefersAsync(const Request &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name != "prefer")
            continue;
        for (const QByteArray &one : value.split(',')) {
            const QByteArray preference = one.split(';').first().trimmed();
            if (preference.compare("respond-async", Qt::CaseInsensitive) == 0)
                return true;
        }
    }
    return false;
}

/// The name of the member with the count.
const char *madeBy(const QString &action)
{
    return action == QLatin1String("generate") ? "generated"
           : action == QLatin1String("add")    ? "added"
           : action == QLatin1String("push")   ? "pushed"
                                               : "voided";
}

/// The answer that the original request got or would have got; nullopt while the act is running, and if only
/// the book knows that it was interrupted.
std::optional<Response> answerOf(const Job &job, const Request &request)
{
    const char *made = madeBy(job.action);
    if (job.error)
        return actProblem(*job.error, request, made);
    if (!job.isOver() || (job.state == Job::State::Stopped && job.endedAt == 0))
        return std::nullopt;
    if (job.action == QLatin1String("generate"))
        return ok(json::generated({job.made, job.moved}), 201);
    if (job.action == QLatin1String("push"))
        return ok(json::pushed({job.made, job.moved}));
    if (job.action == QLatin1String("add"))
        return ok("{\"added\":" + QByteArray::number(job.made) +
                      ",\"pushed\":" + QByteArray::number(job.moved) + '}',
                  201);
    if (const auto chosen = readChosenNote(job.note))
        return ok(json::voidedChosen(*chosen));
    return ok(json::voided(job.made));
}

Response accepted(const Job &job, const Request &request)
{
    Response response = ok(jobBody(job, request), 202);
    response.headers = {{"Location", "/api/v1/jobs/" + job.id.toLatin1()},
                        {"Preference-Applied", "respond-async"}};
    return response;
}

/// Delivers the first of two answers: that the act has begun, or that it was refused.
struct FirstWord
{
    Promised<Response> answer;
    std::atomic_flag said;

    void say(Response response)
    {
        if (!said.test_and_set())
            answer.deliver(std::move(response));
    }
};

Task<> sayAtTheEnd(Task<Response> acting, std::shared_ptr<FirstWord> word)
{
    Response response = co_await acting;
    word->say(std::move(response));
}

} // namespace

QByteArray jobBody(const Job &job, const Request &request)
{
    QJsonObject object = json::job(job);
    if (const auto answer = answerOf(job, request))
        object.insert(
            QStringLiteral("answer"),
            QJsonObject{{QStringLiteral("status"), answer->status},
                        {QStringLiteral("body"), json::objectOf(answer->body).value_or(QJsonObject())}});
    return json::compact(object);
}

Task<Response> carryOut(Request request, Once once, LongAct act)
{
    if (!prefersAsync(request)) {
        auto acting = act(request, once);
        co_return co_await acting;
    }
    if (once.key.isEmpty()) // Without a key its end could not be reported.
        once.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const auto word = std::make_shared<FirstWord>();
    once.begun = [word, request](const Job &job) { word->say(accepted(job, request)); };
    sayAtTheEnd(act(request, once), word);
    const Promised<Response> answer = word->answer;
    co_return co_await answer;
}

Task<Response> carryOut(EndpointParts &parts, const Request &request,
                        Task<Response> (*act)(EndpointParts &, Request, Once))
{
    const auto once = onceOf(request);
    if (!once)
        return answered(badKey(request));
    LongAct acting = [&parts, act](Request asked, Once keyed) {
        return act(parts, std::move(asked), std::move(keyed));
    };
    return carryOut(request, *once, std::move(acting));
}

} // namespace seonchak::http
