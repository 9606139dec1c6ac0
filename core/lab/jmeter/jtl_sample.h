// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/jmeter/jtl_reader.h"

#include <QByteArray>
#include <QSet>

#include <optional>
#include <vector>

namespace seonchak::lab {

/// One sample as a result file holds it, CSV and XML alike. Empty: the file does not tell.
struct JtlSample
{
    qint64 line = 0;
    QByteArray timeStamp; ///< "timeStamp", ts
    QByteArray elapsed;   ///< "elapsed", t
    QByteArray status;    ///< "responseCode", rc
    QByteArray label;     ///< "label", lb
    QByteArray thread;    ///< "threadName", tn
    QByteArray url;
    bool hasUrl =
        false; ///< the file holds URLs, and this sample may have none: "null" where it never connected
    QByteArray body;
};

/// "line 12: …", as BadInput.
std::unexpected<Error> faultInLine(qint64 line, const QString &sentence);

/// Makes requests of samples, and keeps what is counted beside them. A sample that failed before JMeter noted
/// its URL counts as a request to the issue endpoint, and as an error, unless the other samples of its label
/// are of something else.
class JtlCollector
{
public:
    static constexpr qint64 mostSamples = 10'000'000;

    explicit JtlCollector(UserId firstUser)
        : m_firstUser(firstUser)
    {
    }
    /// A sample of something else is passed over.
    Result<void> take(const JtlSample &sample);
    /// A sample that is not of HTTP.
    void passOver(qint64 line);
    /// All that was taken, the times counted from the earliest.
    Result<Jtl> finish();

private:
    /// Whose endpoint it is shows only at the end of the file.
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
    QSet<UserId> m_served;          ///< whose 200 came without a body
};

} // namespace seonchak::lab
