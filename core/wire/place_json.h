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

/// The JSON of what a desk elsewhere asks for at its beginning.
namespace seonchak::json {

/// What a desk is told about the place it comes to.
struct DeskPlaceInfo
{
    QString version;
    int api = 0;
    QString role; ///< of who asks, as far as the server knows
    QString name;
    SaleView sale;
    QString strategy;
    PartnerOptions store;      ///< its URL without a password
    bool secondPerson = false; ///< what cannot be taken back needs two persons
    QStringList capabilities;
    DesksPresent present; ///< who is attached

    [[nodiscard]] bool can(const char *what) const { return capabilities.contains(QLatin1String(what)); }
};
/// What this server says: `version`, `api` and `capabilities` are its own.
QByteArray desk(const DeskPlaceInfo &place);
Result<DeskPlaceInfo> readDesk(const QByteArray &text);

/// The times of samples are those of a steady clock, which reads `nowNs` at the moment `now`.
struct Past
{
    QList<Sample> samples;
    qint64 minutes = 0;
    qint64 stepSeconds = 1;
    qint64 nowNs = 0;
    WallMs now = 0;
};
QByteArray history(const Past &past);
/// `nowNs` and `now` of what is read: when it was read, and what the server's clock said then.
Result<Past> readHistory(const QByteArray &text, qint64 nowNs);

} // namespace seonchak::json
