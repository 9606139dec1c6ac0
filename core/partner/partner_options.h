// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QString>
#include <QUrl>

namespace seonchak {

/// Which partner is called, and how.
struct PartnerOptions
{
    QUrl url;                 ///< http or https, perhaps with credentials; empty: the mock
    double failureRate = 0.1; ///< mock only: share of sends refused, 0…1
    double unknownRate = 0;   ///< mock only: share of the sends not refused whose answer is lost, 0…1
    int latencyMs = 0;        ///< mock only
    quint64 seed = 0;     ///< mock only: the same seed gives the same fates for the same sequence of sends
    int timeoutMs = 2000; ///< the longest duration of a call; after it the outcome is unknown

    [[nodiscard]] bool isMock() const { return url.isEmpty(); }
};

/// Parses the value of `--store`: "mock" becomes an empty URL, anything else must be http(s) with a host and
/// without query or fragment. The error never repeats the text, which may contain a password.
Result<QUrl> parsePartnerUrl(const QString &text);

/// The URL for people and logs: without user name and password. "mock" if it is empty.
QString shownPartnerUrl(const QUrl &url);

} // namespace seonchak
