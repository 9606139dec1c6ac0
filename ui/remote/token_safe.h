// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

#include <qcoro/qcorotask.h>

namespace seonchak {

/// Stores a window's tokens for remote servers, so that no token files are needed. Called on the GUI thread;
/// never blocks.
class TokenSafe
{
public:
    virtual ~TokenSafe() = default;
    /// False if the desktop has no keychain.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// `server`: as DeskAddress shows it. Unavailable if the keychain is locked or missing.
    virtual QCoro::Task<Result<void>> keep(QString server, QByteArray token) = 0;
};

} // namespace seonchak
