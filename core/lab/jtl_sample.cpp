// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jtl_sample.h"

#include "core/lab/answer_reader.h"

#include <algorithm>
#include <array>
#include <limits>

namespace seonchak::lab {

namespace {

constexpr QByteArrayView before = "/api/v1/coupons/";
constexpr QByteArrayView after = "/issue";
constexpr qint64 msMost = std::numeric_limits<qint64>::max() / 1'000'000 / 4;

/// Digits only, as JMeter writes them: no sign, no blanks.
std::optional<qint64> digits(QByteArrayView text)
{
    const bool plain = !text.isEmpty() && text.size() <= 18 &&
                       std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return plain ? std::optional<qint64>(text.toLongLong()) : std::nullopt;
}

/// The user of a text that holds the issue endpoint's path; 0 where the path's user is none.
std::optional<UserId> userInPath(QByteArrayView text)
{
    const auto start = text.indexOf(before);
    if (start < 0)
        return std::nullopt;
    const auto rest = text.sliced(start + before.size());
    const auto end = rest.indexOf('/');
    if (end < 0 || !rest.sliced(end).startsWith(after))
        return std::nullopt;
    const auto tail = rest.sliced(end + after.size());
    if (!tail.isEmpty() && !QByteArrayView("?# \"").contains(tail.front()))
        return std::nullopt;
    return digits(rest.first(end)).value_or(0);
}

/// "Users 1-42" → 42, of the label and the thread group that rush.jmx has.
std::optional<UserId> threadNumber(const JtlSample &sample)
{
    constexpr QByteArrayView group = "Users 1-";
    if (sample.label != "Issue" || !QByteArrayView(sample.thread).startsWith(group))
        return std::nullopt;
    return digits(QByteArrayView(sample.thread).sliced(group.size()));
}

/// The user that an answer of ours names: the coupon's holder, or the path a refusal tells as its instance.
std::optional<UserId> userInBody(QByteArrayView body)
{
    constexpr QByteArrayView name = "\"userId\":";
    const auto at = body.indexOf(name);
    if (at < 0 || !body.contains("\"result\":\""))
        return userInPath(body);
    const auto rest = body.sliced(at + name.size());
    qsizetype end = 0;
    while (end < rest.size() && rest[end] >= '0' && rest[end] <= '9')
        ++end;
    return digits(rest.first(end));
}

/// What a status means where the body is not known.
Fate fateByStatus(int status)
{
    switch (status) {
    case 200:
        return Fate::Issued;
    case 404:
        return Fate::SoldOut;
    case 500:
        return Fate::StoreFailed;
    default: {
        QByteArray code;
        return fateOf(status, {}, code);
    }
    }
}

/// True where JMeter says that it had no connection: nothing was sent then.
bool neverConnected(QByteArrayView status)
{
    constexpr std::array names{"ConnectException",     "HttpHostConnectException", "ConnectTimeoutException",
                               "UnknownHostException", "NoRouteToHostException",   "BindException"};
    return std::ranges::any_of(
        names, [status](const char *name) { return status.endsWith(QByteArray('.' + QByteArray(name))); });
}

} // namespace

std::unexpected<Error> faultInLine(qint64 line, const QString &sentence)
{
    return failure(Trouble::BadInput, QStringLiteral("line %1: %2").arg(line).arg(sentence));
}

void JtlCollector::passOver(qint64 line)
{
    if (m_jtl.others++ == 0)
        m_jtl.firstOther = line;
}

Result<void> JtlCollector::take(const JtlSample &sample)
{
    const auto user = userOf(sample);
    if (!user) {
        passOver(sample.line);
        return {};
    }
    if (qint64(m_jtl.requests.size()) >= mostSamples)
        return faultInLine(sample.line, QStringLiteral("more than %1 samples").arg(mostSamples));
    Request request;
    request.user = *user;
    request.scheduled = -1;
    if (const auto times = readTimes(sample, request); !times)
        return times;
    const auto status = digits(sample.status);
    if (status && *status >= 100 && *status <= 599)
        request.status = int(*status);
    else if (status || (!sample.status.isEmpty() && !sample.status.startsWith("Non HTTP")))
        return faultInLine(
            sample.line,
            QStringLiteral("\"%1\" is no HTTP status").arg(QString::fromUtf8(sample.status.left(40))));
    readOutcome(sample, request);
    m_jtl.requests.push_back(std::move(request));
    return {};
}

/// None: the sample is not of the issue endpoint.
std::optional<UserId> JtlCollector::userOf(const JtlSample &sample)
{
    if (sample.hasUrl)
        return userInPath(sample.url);
    if (const auto user = userInPath(sample.label))
        return user;
    if (const auto number = threadNumber(sample)) {
        ++m_jtl.usersByThread;
        return m_firstUser + *number - 1;
    }
    return userInBody(sample.body);
}

Result<void> JtlCollector::readTimes(const JtlSample &sample, Request &request)
{
    const auto start = digits(sample.timeStamp);
    const auto elapsed = digits(sample.elapsed);
    if (!start || *start > msMost)
        return faultInLine(sample.line,
                           QStringLiteral("the time stamp \"%1\" is no number of milliseconds; have JMeter "
                                          "write it with -Jjmeter.save.saveservice.timestamp_format=ms")
                               .arg(QString::fromUtf8(sample.timeStamp.left(40))));
    if (!elapsed || *elapsed > msMost)
        return faultInLine(sample.line, QStringLiteral("\"%1\" is no elapsed time in milliseconds")
                                            .arg(QString::fromUtf8(sample.elapsed.left(40))));
    request.sent = *start;
    request.answered = *start + *elapsed;
    m_jtl.startedMs = m_jtl.requests.empty() ? *start : std::min(m_jtl.startedMs, *start);
    return {};
}

void JtlCollector::readOutcome(const JtlSample &sample, Request &request)
{
    if (request.status == 0) {
        request.fate = neverConnected(sample.status) ? Fate::Unsent : Fate::NoAnswer;
        request.sent = request.fate == Fate::Unsent ? -1 : request.sent;
        request.answered = -1;
        return;
    }
    if (!sample.body.isEmpty()) {
        request.fate = fateOf(request.status, sample.body, request.code);
        return;
    }
    ++m_jtl.withoutBody;
    request.fate = fateByStatus(request.status);
    if (request.fate != Fate::Issued)
        return;
    if (m_served.contains(request.user))
        request.fate = Fate::Already;
    m_served.insert(request.user);
}

Result<Jtl> JtlCollector::finish()
{
    if (m_jtl.requests.empty())
        return failure(Trouble::BadInput,
                       m_jtl.others > 0
                           ? QStringLiteral("none of its %1 samples is a request to %2{userId}%3 (the first "
                                            "one, in line %4, is of something else): have JMeter write the "
                                            "URLs with -Jjmeter.save.saveservice.url=true")
                                 .arg(m_jtl.others)
                                 .arg(QLatin1String(before), QLatin1String(after))
                                 .arg(m_jtl.firstOther)
                           : QStringLiteral("it holds no sample"));
    for (Request &request : m_jtl.requests) {
        if (request.sent >= 0)
            request.sent = (request.sent - m_jtl.startedMs) * 1'000'000;
        if (request.answered >= 0)
            request.answered = (request.answered - m_jtl.startedMs) * 1'000'000;
    }
    return std::move(m_jtl);
}

} // namespace seonchak::lab
