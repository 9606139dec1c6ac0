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

/// Everything that defines a sale, as given by the programs' options.
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
    QString saleName;      ///< for people: shown in the window, and typed to confirm what cannot be undone
    bool saleLive = false; ///< a real sale, not a rehearsal
    bool secondPerson = false; ///< in a real sale, what cannot be taken back needs two persons
    HookOptions hooks;         ///< who is told what by webhooks
    AlarmRules alarms;
    QString failpoints; ///< the lab's socket, see core/issue/ground/failpoints.h; empty: none
};

} // namespace seonchak
