// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/crossing.h"
#include "core/async/work_pool.h"
#include "core/doctor/doctor.h"

#include <array>
#include <mutex>
#include <optional>
#include <stop_token>

namespace seonchak::http {

/// The doctor's look at the surroundings that this server was started with. For all threads. However many
/// ask, one look in each tongue is under way: who comes meanwhile shares its answer.
class PreflightDesk
{
public:
    using Checks = std::vector<doctor::Check>;

    /// None: nobody has said what to look at.
    explicit PreflightDesk(std::optional<doctor::Surroundings> surroundings);
    /// Waits for a look that is under way; it ends soon.
    ~PreflightDesk();

    /// Answers within some 30 s. Unavailable: there is nothing to look at, or the server ends.
    [[nodiscard]] Promised<Result<Checks>> look(doctor::Tongue tongue);
    /// Who waits is answered at once, by no list; what is under way ends within some 5 s. Takes nothing new.
    void stop();

private:
    void examine(doctor::Tongue tongue);
    void answer(doctor::Tongue tongue, const Result<Checks> &checks);

    const std::optional<doctor::Surroundings> m_surroundings;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::array<std::vector<Promised<Result<Checks>>>, 2> m_waiting; ///< by tongue
    WorkPool m_pool{2};                                             ///< last: its work uses the rest
};

} // namespace seonchak::http
