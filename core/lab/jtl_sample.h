// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/jtl_reader.h"

#include <QByteArray>
#include <QSet>

#include <optional>

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
    bool hasUrl = false; ///< the file holds URLs, and this sample may have none
    QByteArray body;
};

/// "line 12: …", as BadInput.
std::unexpected<Error> faultInLine(qint64 line, const QString &sentence);

/// Makes requests of samples, and keeps what is counted beside them.
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
    [[nodiscard]] std::optional<UserId> userOf(const JtlSample &sample);
    Result<void> readTimes(const JtlSample &sample, Request &request);
    void readOutcome(const JtlSample &sample, Request &request);

    const UserId m_firstUser;
    Jtl m_jtl;
    QSet<UserId> m_served; ///< whose 200 came without a body
};

} // namespace seonchak::lab
