// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/secrets.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

/// The system's keychain, as the settings page uses it. Called on the GUI thread; never blocks.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// False on servers and wherever the session bus has no secret service.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// Unavailable if the keychain is locked or missing.
    virtual QCoro::Task<Result<void>> write(QString key, QString packed) = 0;
    virtual QCoro::Task<Result<void>> remove(QString key) = 0;
};

} // namespace seonchak
