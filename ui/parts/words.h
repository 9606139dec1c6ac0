// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/partner/partner_options.h"
#include "core/watch/status.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The window's numbers and sentences in the user's language, as plain text.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::Words)
public:
    /// With the thousands separators of the default locale.
    static QString number(qint64 value);
    static QString number(double value, int decimals);
    /// "12.5 %"; `share` is 0…1.
    static QString percent(double share);

    /// "▲ 96/s", "▼ 1,204/s", "no change".
    static QString rate(double perSecond);
    /// "00:03:12", "2 d 03:12:00": the remaining time, rounded so that the last second shows as one.
    static QString countdown(qint64 milliseconds);
    /// "3 s", "2 min 5 s", "2 h 14 min", "3 d 4 h": the two largest units.
    static QString duration(qint64 milliseconds);

    /// "Generated 1,000 = staged 0 + …", with ≠ if the sum differs.
    static QString conservation(const StockNumbers &stock);
    /// The database's numbers while Redis has not been read: "Redis has not been read yet. In the database:
    /// …"
    static QString bookAlone(const StockNumbers &stock);
    /// "All accounted for", "3 missing" or "3 too many".
    static QString verdict(const StockNumbers &stock);

    /// "Redis (private)", "SQLite": the texts of the pills. Unknown names are shown unchanged.
    static QString redisName(const QString &mode);
    static QString databaseName(const QString &engine);
    /// A short text, and a detailed one.
    static QString partnerName(const PartnerOptions &partner);
    static QString partnerDetails(const PartnerOptions &partner);

    /// "operator", "admin": unknown roles are shown unchanged.
    static QString role(const QString &role);

    /// What to do about a failure, in one or two short sentences.
    static QString advice(const Error &error);
    /// Appended to a question about what needs a second person.
    static QString twoPersons();
};

} // namespace seonchak
