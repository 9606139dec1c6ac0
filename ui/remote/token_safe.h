// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

#include <qcoro/qcorotask.h>

namespace seonchak {

/// Where a window's tokens for servers elsewhere are kept, so that nobody has to have a file with one. Called
/// on the GUI thread, blocks nothing.
class TokenSafe
{
public:
    virtual ~TokenSafe() = default;
    /// False where the desktop has no keychain.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// `server`: as DeskAddress shows it. Unavailable where the keychain is locked or away.
    virtual QCoro::Task<Result<void>> keep(QString server, QByteArray token) = 0;
};

} // namespace seonchak
