// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jmeter/jtl_sample.h"

#include "core/lab/send/answer_reader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

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

/// The user in a text that contains the issue endpoint's path; 0 if the path's user is invalid.
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

/// "Users 1-42" → 42, for the label and the thread group in rush.jmx.
std::optional<UserId> threadNumber(const JtlSample &sample)
{
    constexpr QByteArrayView group = "Users 1-";
    if (sample.label != "Issue" || !QByteArrayView(sample.thread).startsWith(group))
        return std::nullopt;
    return digits(QByteArrayView(sample.thread).sliced(group.size()));
}

/// The user named in one of our answers: the coupon's holder, or the path in a refusal's instance.
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

/// The meaning of a status if the body is unknown.
Fate fateByStatus(int status)
{
    switch (status) {
    case 200:
        return Fate::Issued;
    case 404:
        return Fate::SoldOut;
    case 500:
        return Fate::PartnerFailed;
    default: {
        QByteArray code;
        return fateOf(status, {}, code);
    }
    }
}

/// Returns true if JMeter reports that it had no connection: then nothing was sent.
bool neverConnected(QByteArrayView status)
{
    constexpr std::array exceptions{"ConnectException",        "HttpHostConnectException",
                                    "ConnectTimeoutException", "UnknownHostException",
                                    "NoRouteToHostException",  "BindException"};
    return std::ranges::any_of(exceptions, [status](const char *name) {
        return status.endsWith(QByteArray('.' + QByteArray(name)));
    });
}

/// JMeter records the URL once it has a connection; without one, CSV says "null" and XML nothing.
bool failedWithoutUrl(const JtlSample &sample)
{
    return (sample.url.isEmpty() || sample.url == "null") && sample.status.startsWith("Non HTTP");
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
    const bool mayBeOurs = !user && failedWithoutUrl(sample);
    if (!user && !mayBeOurs) {
        m_otherLabels.insert(sample.label);
        passOver(sample.line);
        return {};
    }
    if (qint64(m_jtl.requests.size() + m_held.size()) >= mostSamples)
        return faultInLine(sample.line, QStringLiteral("more than %1 samples").arg(mostSamples));
    auto request = readRequest(sample);
    if (!request)
        return std::unexpected(request.error());
    request->user = user.value_or(0);
    if (mayBeOurs) {
        m_held.push_back({std::move(*request), sample, m_jtl.requests.size()});
        return {};
    }
    m_labels.insert(sample.label);
    accept(sample, std::move(*request));
    return {};
}

Result<Request> JtlCollector::readRequest(const JtlSample &sample)
{
    Request request;
    request.scheduled = -1;
    if (const auto times = readTimes(sample, request); !times)
        return std::unexpected(times.error());
    const auto status = digits(sample.status);
    if (status && *status >= 100 && *status <= 599)
        request.status = int(*status);
    else if (status || (!sample.status.isEmpty() && !sample.status.startsWith("Non HTTP")))
        return faultInLine(
            sample.line,
            QStringLiteral("\"%1\" is no HTTP status").arg(QString::fromUtf8(sample.status.left(40))));
    return request;
}

void JtlCollector::accept(const JtlSample &sample, Request request)
{
    m_jtl.startedMs = m_jtl.requests.empty() ? request.sent : std::min(m_jtl.startedMs, request.sent);
    readOutcome(sample, request);
    m_jtl.requests.push_back(std::move(request));
}

/// Inserts the held samples at their place in the file, unless their label belongs to other samples.
void JtlCollector::placeHeld()
{
    auto known = std::exchange(m_jtl.requests, {});
    const qint64 startedMs = m_jtl.startedMs;
    std::size_t next = 0;
    const auto takeUpTo = [&](std::size_t end) {
        for (; next < end; ++next)
            m_jtl.requests.push_back(std::move(known[next]));
    };
    qint64 earliest = known.empty() ? std::numeric_limits<qint64>::max() : startedMs;
    for (Held &held : m_held) {
        takeUpTo(held.at);
        if (!m_labels.contains(held.sample.label) && m_otherLabels.contains(held.sample.label)) {
            passOver(held.sample.line);
            continue;
        }
        earliest = std::min(earliest, held.request.sent);
        readOutcome(held.sample, held.request);
        m_jtl.requests.push_back(std::move(held.request));
    }
    takeUpTo(known.size());
    m_jtl.startedMs = m_jtl.requests.empty() ? 0 : earliest;
}

/// Nullopt: the sample is not of the issue endpoint.
std::optional<UserId> JtlCollector::userOf(const JtlSample &sample)
{
    if (sample.hasUrl && !failedWithoutUrl(sample))
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
    if (!m_held.empty())
        placeHeld();
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
