// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"
#include "core/dossier/trouble.h"

#include <QJsonObject>

#include <functional>
#include <stop_token>

namespace seonchak::dossier {

/// What a dossier is made of.
struct Order
{
    DatabaseUrl database;
    QString out;          ///< a new or empty folder
    QString keyFile;      ///< for pseudonyms: the key is written there; empty: users appear by number
    QJsonObject settings; ///< as given to the command, without secrets
    QString program;      ///< the program's version
    QString saleName;
    bool saleLive = false;
    std::function<void(qint64 done, qint64 total)> progress =
        {}; ///< rows, reported on the writing thread from time to time
};

struct Written
{
    qint64 coupons = 0;
    qint64 issued = 0;
    bool sound = false; ///< the records add up without a fault
};

/// Writes the dossier from the book alone, at one instant: the sale may continue meanwhile, or its server may
/// be dead. Beside a running sale it slows itself down, see Pace. Blocks. BadInput: the folder is not empty.
/// If it fails or is stopped, it leaves nothing behind.
Result<Written> write(const Order &order, const std::stop_token &stop = {});

} // namespace seonchak::dossier
