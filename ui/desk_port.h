// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/stock.h"
#include "core/partner/partner_options.h"
#include "core/watch/status.h"

#include <QString>

#include <qcoro/qcorotask.h>

namespace seonchak {

/// What the window needs of the sale behind it, and nothing else. Called on the GUI thread; no call may block
/// it. Tasks resume on the GUI thread, or never once the sale has ended.
class DeskPort
{
public:
    virtual ~DeskPort() = default;
    /// "http://127.0.0.1:8080"
    [[nodiscard]] virtual QString serverUrl() const = 0;
    /// The convenience store that is called, as it was set up.
    [[nodiscard]] virtual PartnerOptions store() const = 0;
    virtual QCoro::Task<Status> status() = 0;
    /// `progress` comes on the GUI thread with the number of coupons made so far.
    virtual QCoro::Task<Result<Generated>> generate(GenerateOrder order, Stock::Progress progress) = 0;
    /// `progress` comes on the GUI thread with the number of coupons pushed so far.
    virtual QCoro::Task<Result<Pushed>> push(Stock::Progress progress) = 0;
};

} // namespace seonchak
