// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/secret_store.h"
#include "ui/remote/token_safe.h"

namespace seonchak {

class Looks;

/// Tokens for remote servers in the keychain. A separate list records which servers have one, so that a
/// person is not asked to unlock a keychain without any.
class AttachTokens final : public TokenSafe
{
public:
    /// Both must outlive it.
    AttachTokens(SecretStore &store, Looks &looks)
        : m_store(store)
        , m_looks(looks)
    {
    }
    [[nodiscard]] bool isAvailable() const override { return m_store.isAvailable(); }
    QCoro::Task<Result<void>> keep(QString server, QByteArray token) override;

    /// The token for this server; empty if none is stored. `ask` as in askKeychain().
    [[nodiscard]] static QByteArray keptFor(const QString &server, const Looks &looks,
                                            const AskKeychain &ask);

private:
    SecretStore &m_store;
    Looks &m_looks;
};

} // namespace seonchak
