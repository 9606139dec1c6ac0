// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/cancellable_partner.h"

namespace seonchak {

CancellablePartner::CancellablePartner(std::unique_ptr<Partner> inner)
    : m_state(std::make_shared<State>())
{
    m_state->inner = std::move(inner);
}

CancellablePartner::~CancellablePartner()
{
    cancel();
}

Task<SendOutcome> CancellablePartner::send(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    if (!m_state->inner)
        return cancelledSend();
    auto sending = m_state->inner->send(std::move(code), user, std::move(idempotencyKey));
    if (sending.isReady()) // answered immediately: it cannot have been cancelled
        return sending;
    return unlessCancelled(m_state, std::move(sending));
}

Task<SendOutcome> CancellablePartner::cancelledSend()
{
    co_return SendOutcome::Cancelled;
}

Task<SendOutcome> CancellablePartner::unlessCancelled(std::shared_ptr<State> state, Task<SendOutcome> sending)
{
    const SendOutcome outcome = co_await sending;
    co_return state->inner ? outcome : SendOutcome::Cancelled;
}

Task<Holding> CancellablePartner::ask(QByteArray code)
{
    const auto state = m_state;
    if (!state->inner)
        co_return Holding();
    const Holding holding = co_await state->inner->ask(std::move(code));
    co_return state->inner ? holding : Holding();
}

Task<bool> CancellablePartner::withdraw(QByteArray code)
{
    const auto state = m_state;
    if (!state->inner)
        co_return false;
    const bool gone = co_await state->inner->withdraw(std::move(code));
    co_return state->inner &&gone;
}

void CancellablePartner::cancel()
{
    // Moved out first: calls that end in the destructor must find no partner any more.
    const auto ended = std::move(m_state->inner);
}

} // namespace seonchak
