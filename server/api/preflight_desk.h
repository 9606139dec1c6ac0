// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/async/work_pool.h"
#include "core/doctor/doctor.h"

#include <array>
#include <mutex>
#include <optional>
#include <stop_token>

namespace seonchak::http {

/// The doctor's examination of the surroundings that this server was started with. Thread-safe. At most one
/// examination per language runs at a time; callers that arrive meanwhile share its answer.
class PreflightDesk
{
public:
    using Checks = std::vector<doctor::Check>;

    /// Nullopt: nothing to examine is configured.
    explicit PreflightDesk(std::optional<doctor::Surroundings> surroundings);
    /// Waits for a running examination, which ends soon.
    ~PreflightDesk();

    /// Answers within about 30 s. Unavailable: there is nothing to examine, or the server is ending.
    [[nodiscard]] Promised<Result<Checks>> look(doctor::Tongue tongue);
    /// Waiting callers are answered immediately, with an error; a running examination ends within about 5 s.
    /// New requests are refused.
    void stop();

private:
    void examine(doctor::Tongue tongue);
    void answer(doctor::Tongue tongue, const Result<Checks> &checks);

    const std::optional<doctor::Surroundings> m_surroundings;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::array<std::vector<Promised<Result<Checks>>>, 2> m_waiting; ///< by language
    WorkPool m_pool{2};                                             ///< last member: its work uses the others
};

} // namespace seonchak::http
