// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/secrets.h"

#include <qcoro/qcorotask.h>

namespace seonchak {

/// The system's keychain, as the settings page uses it. Called on the GUI thread, blocks nothing.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// False on servers and wherever no secret service is on the session bus.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// Unavailable where the keychain is locked or away.
    virtual QCoro::Task<Result<void>> write(QString key, QString packed) = 0;
    virtual QCoro::Task<Result<void>> remove(QString key) = 0;
};

/// Through QtKeychain.
class Keychain final : public SecretStore
{
public:
    Keychain(); ///< looks at the session bus once
    [[nodiscard]] bool isAvailable() const override { return m_available; }
    QCoro::Task<Result<void>> write(QString key, QString packed) override;
    QCoro::Task<Result<void>> remove(QString key) override;

private:
    const bool m_available;
};

/// Asks the keychain before the window is there, in an event loop of its own: 20 s at most for all keys, long
/// enough for a person to unlock it. Needs a QCoreApplication.
QHash<QString, QString> askKeychain(const QStringList &keys);

} // namespace seonchak
