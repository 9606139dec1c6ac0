// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/secret_store.h"

namespace seonchak {

/// Through QtKeychain.
class Keychain final : public SecretStore
{
public:
    Keychain(); ///< checks the session bus once
    [[nodiscard]] bool isAvailable() const override { return m_available; }
    QCoro::Task<Result<void>> write(QString key, QString packed) override;
    QCoro::Task<Result<void>> remove(QString key) override;

private:
    const bool m_available;
};

/// Queries the keychain before the window exists, in its own event loop: at most 20 s for all keys, long
/// enough for a person to unlock it. Needs a QCoreApplication.
QHash<QString, QString> askKeychain(const QStringList &keys);

} // namespace seonchak
