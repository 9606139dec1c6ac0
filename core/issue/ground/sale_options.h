// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/database_url.h"
#include "core/issue/ground/foreign_desk.h"
#include "core/issue/ground/strategy.h"
#include "core/partner/partner_options.h"
#include "core/redis/address.h"
#include "core/watch/alarms.h"
#include "core/webhook/hook_options.h"

#include <QByteArray>
#include <QString>

namespace seonchak {

/// Everything a sale is made of, as the options of the programs say it.
struct SaleOptions
{
    QString dataDir;
    RedisAddress redis;
    QByteArray keyPrefix = "rudals";
    ForeignChoice foreignKeys = ForeignChoice::Refuse;
    DatabaseUrl database;
    PartnerOptions partner;
    Strategy strategy = Strategy::Saga;
    int workers = 1;
    QString saleName;      ///< for people: in the window, and to be typed before what cannot be taken back
    bool saleLive = false; ///< a real sale, not a rehearsal
    bool secondPerson = false; ///< in a real sale, what cannot be taken back needs two persons
    HookOptions hooks;         ///< who is told what by webhooks
    AlarmRules alarms;
    QString failpoints; ///< the lab's socket, see core/issue/ground/failpoints.h; empty: none
};

} // namespace seonchak
