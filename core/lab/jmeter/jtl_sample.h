// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/jmeter/jtl_reader.h"

#include <QByteArray>
#include <QSet>

#include <optional>
#include <vector>

namespace seonchak::lab {

/// One sample of a result file, CSV or XML. Empty: not in the file.
struct JtlSample
{
    qint64 line = 0;
    QByteArray timeStamp; ///< "timeStamp", ts
    QByteArray elapsed;   ///< "elapsed", t
    QByteArray status;    ///< "responseCode", rc
    QByteArray label;     ///< "label", lb
    QByteArray thread;    ///< "threadName", tn
    QByteArray url;
    bool hasUrl = false; ///< the file has URLs, but this sample may have none: "null" if it never connected
    QByteArray body;
};

/// "line 12: …", as BadInput.
std::unexpected<Error> faultInLine(qint64 line, const QString &sentence);

/// Converts samples to requests, and keeps the related counts. A sample that failed before JMeter recorded
/// its URL counts as a request to the issue endpoint, and as an error, unless the other samples with its
/// label are of something else.
class JtlCollector
{
public:
    static constexpr qint64 mostSamples = 10'000'000;

    explicit JtlCollector(UserId firstUser)
        : m_firstUser(firstUser)
    {
    }
    /// Skips samples of other requests.
    Result<void> take(const JtlSample &sample);
    /// Skips a sample that is not of HTTP.
    void passOver(qint64 line);
    /// Everything that was taken, with times counted from the earliest.
    Result<Jtl> finish();

private:
    /// A sample whose endpoint is only known at the end of the file.
    struct Held
    {
        Request request;
        JtlSample sample;
        std::size_t at = 0; ///< how many requests came before it
    };

    [[nodiscard]] std::optional<UserId> userOf(const JtlSample &sample);
    Result<Request> readRequest(const JtlSample &sample);
    Result<void> readTimes(const JtlSample &sample, Request &request);
    void readOutcome(const JtlSample &sample, Request &request);
    void accept(const JtlSample &sample, Request request);
    void placeHeld();

    const UserId m_firstUser;
    Jtl m_jtl;
    std::vector<Held> m_held;
    QSet<QByteArray> m_labels;      ///< of samples of the issue endpoint
    QSet<QByteArray> m_otherLabels; ///< of samples of something else
    QSet<UserId> m_served;          ///< users with a 200 without a body
};

} // namespace seonchak::lab
