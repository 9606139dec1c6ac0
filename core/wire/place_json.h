// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/partner/partner_options.h"
#include "core/watch/desk_presence.h"
#include "core/watch/history.h"
#include "core/watch/status.h"

#include <QByteArray>
#include <QStringList>

/// The JSON that a remote desk requests when it starts.
namespace seonchak::json {

/// What a desk needs to know about the server.
struct DeskPlaceInfo
{
    QString version;
    int api = 0;
    QString role; ///< of the client, as far as the server knows
    QString name;
    SaleView sale;
    QString strategy;
    PartnerOptions partner;    ///< its URL without a password
    bool secondPerson = false; ///< what cannot be taken back needs two persons
    QStringList capabilities;
    DesksPresent present; ///< who is attached

    [[nodiscard]] bool can(const char *what) const { return capabilities.contains(QLatin1String(what)); }
};
/// This server's answer: `version`, `api` and `capabilities` are its own.
QByteArray desk(const DeskPlaceInfo &place);
Result<DeskPlaceInfo> readDesk(const QByteArray &text);

/// The samples' times are those of a steady clock, which reads `nowNs` at the moment `now`.
struct Past
{
    QList<Sample> samples;
    qint64 minutes = 0;
    qint64 stepSeconds = 1;
    qint64 nowNs = 0;
    WallMs now = 0;
};
QByteArray history(const Past &past);
/// `nowNs` and `now` of the result: when it was read, and the server's wall clock then.
Result<Past> readHistory(const QByteArray &text, qint64 nowNs);

} // namespace seonchak::json
