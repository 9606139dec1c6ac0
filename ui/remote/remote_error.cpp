// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/remote_error.h"

#include "core/wire/json_tools.h"
#include "ui/remote/desk_call.h"

#include <QHash>

namespace seonchak {

namespace {

Trouble troubleOf(const QString &code, int status)
{
    static const QHash<QString, Trouble> known{
        {QStringLiteral("code-exists"), Trouble::Conflict},
        {QStringLiteral("not-editable"), Trouble::Conflict},
        {QStringLiteral("doubt-busy"), Trouble::Conflict},
        {QStringLiteral("no-foreign-keys"), Trouble::Conflict},
        {QStringLiteral("cut-act-settled"), Trouble::Conflict},
        {QStringLiteral("approval-own"), Trouble::Conflict},
        {QStringLiteral("approval-not-found"), Trouble::NotFound},
        {QStringLiteral("second-person-needed"), Trouble::NeedsSecond},
        {QStringLiteral("name-needed"), Trouble::Nameless},
        {QStringLiteral("coupon-not-found"), Trouble::NotFound},
        {QStringLiteral("doubt-not-found"), Trouble::NotFound},
        {QStringLiteral("idempotency-mismatch"), Trouble::KeyMismatch},
        {QStringLiteral("idempotency-running"), Trouble::KeyRunning},
        {QStringLiteral("not-permitted"), Trouble::NotPermitted},
        {QStringLiteral("unauthorized"), Trouble::NotPermitted},
        {QStringLiteral("not-local"), Trouble::NotPermitted},
    };
    if (const auto found = known.find(code); found != known.end())
        return *found;
    if (status == 400 || status == 413 || status == 415)
        return Trouble::BadInput;
    return status == 503 || status == 429 || status == 409 ? Trouble::Unavailable : Trouble::Internal;
}

std::optional<Partly> partlyOf(const QJsonObject &problem)
{
    Partly partly;
    for (const char *made : {"generated", "added", "voided"})
        partly.made = std::max(partly.made, json::numberAt(problem, QLatin1String(made)));
    partly.pushed = json::numberAt(problem, QLatin1String("pushed"));
    return partly;
}

QString whyNoAnswer(const DeskAnswer &answer)
{
    if (answer.kind == DeskAnswer::Kind::Complete)
        return QStringLiteral("the server gave no answer of its own, status %1").arg(answer.status);
    if (answer.failure.trouble == AttachTrouble::TimedOut)
        return QStringLiteral("the server did not answer in time");
    const QString &cause = answer.failure.detail;
    return QStringLiteral("the answer was lost%1").arg(cause.isEmpty() ? QString() : ": " + cause);
}

} // namespace

QString problemCodeOf(const DeskAnswer &answer)
{
    if (answer.kind != DeskAnswer::Kind::Complete || !answer.isJson())
        return {};
    const auto problem = json::objectOf(answer.body);
    return problem ? json::textAt(*problem, QLatin1String("code")) : QString();
}

Error errorOf(const DeskAnswer &answer)
{
    if (answer.kind == DeskAnswer::Kind::NotSent)
        return {Trouble::Unavailable, QStringLiteral("the server was not reached"), {}, std::nullopt};
    const QString code = problemCodeOf(answer);
    if (answer.kind == DeskAnswer::Kind::Broken || code.isEmpty())
        return {Trouble::Uncertain, whyNoAnswer(answer), {}, std::nullopt};
    const QJsonObject problem = json::objectOf(answer.body).value_or(QJsonObject());
    Error error;
    error.trouble = troubleOf(code, answer.status);
    error.detail = json::textAt(problem, QLatin1String("detail"));
    for (const auto &name : problem.value(QLatin1String("codes")).toArray())
        error.names.append(name.toString().toUtf8());
    if (code == QLatin1String("incomplete"))
        error.partly = partlyOf(problem);
    return error;
}

} // namespace seonchak
