// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/partner/cancellable_partner.h"
#include "core/partner/curl_multi.h"
#include "core/partner/partner_options.h"

#include <memory>

namespace seonchak {

class Breaker;
class MockMemory;

/// What the partners of all threads share: the mock's memory, or the breaker of the real one. One per
/// program, owned by the code that wires it up. Thread-safe; partners may outlive it.
class PartnerHouse
{
public:
    explicit PartnerHouse(PartnerOptions options,
                          std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());
    ~PartnerHouse();

    /// A partner for the calling thread, which must run an event loop while calls are pending.
    [[nodiscard]] std::unique_ptr<CancellablePartner> openHere() const;

    /// True while sends are refused because the partner kept failing. Never with the mock.
    [[nodiscard]] bool isPaused() const;
    /// One English line for people and logs, without credentials; with the mock it includes the seed.
    [[nodiscard]] QString description() const;

private:
    const CurlLibrary m_library; ///< must be initialised before any thread starts
    const PartnerOptions m_options;
    const std::shared_ptr<MockMemory> m_mock; ///< null with a real partner
    const std::shared_ptr<Breaker> m_breaker;
};

} // namespace seonchak
