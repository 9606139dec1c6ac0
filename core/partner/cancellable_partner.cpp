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

QCoro::Task<SendOutcome> CancellablePartner::send(QByteArray code, UserId user, QByteArray idempotencyKey)
{
    const auto state = m_state;
    if (!state->inner)
        co_return SendOutcome::Cancelled;
    const SendOutcome outcome = co_await state->inner->send(std::move(code), user, std::move(idempotencyKey));
    co_return state->inner ? outcome : SendOutcome::Cancelled;
}

QCoro::Task<Holding> CancellablePartner::ask(QByteArray code)
{
    const auto state = m_state;
    if (!state->inner)
        co_return Holding();
    const Holding holding = co_await state->inner->ask(std::move(code));
    co_return state->inner ? holding : Holding();
}

QCoro::Task<bool> CancellablePartner::withdraw(QByteArray code)
{
    const auto state = m_state;
    if (!state->inner)
        co_return false;
    const bool gone = co_await state->inner->withdraw(std::move(code));
    co_return state->inner &&gone;
}

void CancellablePartner::cancel()
{
    // Moved out first: the calls that end in the destructor must find no partner any more.
    const auto ended = std::move(m_state->inner);
}

} // namespace seonchak
