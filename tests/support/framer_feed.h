// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/transport/request_framer.h"

#include <QTest>

/// Feeds a RequestFramer in pieces, and builds its tests' requests.
namespace seonchak::http::testing {

using Verdict = RequestFramer::Verdict;

inline SizeLimits smallLimits()
{
    return {.target = 64, .head = 256, .fields = 8, .body = 32};
}

/// Everything that a framer reports about some bytes, for comparing different splits.
struct Outcome
{
    Verdict verdict;
    int refusal;
    qsizetype used;
    QByteArray method, path, query, body;
    Headers headers;
    bool keepAlive;
    bool operator==(const Outcome &) const = default;
};

inline Outcome outcomeOf(const RequestFramer &framer, qsizetype used)
{
    const auto &request = framer.request();
    const bool refused = framer.verdict() == Verdict::Refused;
    return {framer.verdict(),
            refused ? static_cast<int>(framer.refusal()) : -1,
            used,
            request.method,
            request.path,
            request.query,
            request.body,
            request.headers,
            framer.keepAlive()};
}

inline Outcome feedAll(const QByteArray &bytes, const SizeLimits &limits)
{
    RequestFramer framer(limits);
    const auto used = framer.feed(bytes);
    return outcomeOf(framer, used);
}

/// Feeds `bytes` in two pieces; the second only as far as the framer asks for it, like a connection would.
inline Outcome feedSplit(const QByteArray &bytes, qsizetype cut, const SizeLimits &limits)
{
    RequestFramer framer(limits);
    auto used = framer.feed(bytes.first(cut));
    if (framer.verdict() == Verdict::NeedMore)
        used += framer.feed(bytes.sliced(cut));
    return outcomeOf(framer, used);
}

inline Outcome feedByteByByte(const QByteArray &bytes, const SizeLimits &limits)
{
    RequestFramer framer(limits);
    qsizetype used = 0;
    while (framer.verdict() == Verdict::NeedMore && used < bytes.size()) {
        const auto taken = framer.feed(QByteArrayView(bytes).sliced(used, 1));
        used += taken;
        if (taken == 0)
            break;
    }
    return outcomeOf(framer, used);
}

/// The pieces may change where reading of a refused request stops, but not what is reported about it.
inline void compareSplits(const QByteArray &bytes, const SizeLimits &limits)
{
    const auto withoutUse = [](Outcome outcome) {
        if (outcome.verdict == Verdict::Refused)
            outcome.used = 0;
        return outcome;
    };
    const auto whole = withoutUse(feedAll(bytes, limits));
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        const auto split = withoutUse(feedSplit(bytes, cut, limits));
        QVERIFY2(split == whole, qPrintable(QStringLiteral("cut at %1: verdict %2 refusal %3, whole %4 %5")
                                                .arg(cut)
                                                .arg(static_cast<int>(split.verdict))
                                                .arg(split.refusal)
                                                .arg(static_cast<int>(whole.verdict))
                                                .arg(whole.refusal)));
    }
    QVERIFY(withoutUse(feedByteByByte(bytes, limits)) == whole);
}

inline QByteArray get(const QByteArray &headers = "Host: a\r\n")
{
    return "GET / HTTP/1.1\r\n" + headers + "\r\n";
}

inline QByteArray post(const QByteArray &headers, const QByteArray &body)
{
    return "POST /x HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

inline QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

} // namespace seonchak::http::testing
