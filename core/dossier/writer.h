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
    QString out;          ///< a new or an empty folder
    QString keyFile;      ///< users stand by pseudonyms, whose key goes there; empty: by their numbers
    QJsonObject settings; ///< as the command was given them, without secrets
    QString program;      ///< its version
    QString saleName;
    bool saleLive = false;
    std::function<void(qint64 done, qint64 total)> progress =
        {}; ///< rows, on the writing thread, now and then
};

struct Written
{
    qint64 coupons = 0;
    qint64 issued = 0;
    bool sound = false; ///< what the records come to has no fault
};

/// Writes the dossier from the book alone, as it stands at one instant: the sale may run on meanwhile, or its
/// server be dead. Beside a sale that is being served it takes its time, see Pace. Blocks. BadInput: the
/// folder is not empty. What fails or is stopped leaves nothing behind.
Result<Written> write(const Order &order, const std::stop_token &stop = {});

} // namespace seonchak::dossier
