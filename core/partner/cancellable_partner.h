// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/task.h"
#include "core/partner/partner.h"

#include <memory>

namespace seonchak {

/// A partner whose calls its owner can end, so that a program's exit does not wait for a slow partner.
class CancellablePartner final : public Partner
{
public:
    explicit CancellablePartner(std::unique_ptr<Partner> inner);
    ~CancellablePartner() override;

    Task<SendOutcome> send(QByteArray code, UserId user, QByteArray idempotencyKey) override;
    Task<Holding> ask(QByteArray code) override;
    Task<bool> withdraw(QByteArray code) override;

    /// Ends every pending call before it returns, and every later one immediately: send() is Cancelled, ask()
    /// Unknown, withdraw() false.
    void cancel();

private:
    /// Shared with the pending calls, which may outlive this object.
    struct State
    {
        std::unique_ptr<Partner> inner; ///< null once cancelled
    };
    static Task<SendOutcome> cancelledSend();
    static Task<SendOutcome> unlessCancelled(std::shared_ptr<State> state, Task<SendOutcome> sending);

    const std::shared_ptr<State> m_state;
};

} // namespace seonchak
