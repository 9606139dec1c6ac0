// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace seonchak::doctor {

enum class Status { Ok, Warning, Failed, Skipped };
enum class Tongue { English, Korean };

/// One item that the doctor examined. `id` is stable; `found` and `cure` are sentences for people. The cure
/// is empty if none is needed.
struct Check
{
    QString id;
    Status status = Status::Ok;
    QString found;
    QString cure;
};

/// The number of checks in one examination.
constexpr int checkCount = 24;

/// The observer of an examination. Both members may be empty.
struct Follower
{
    std::stop_token stop;                     ///< requests an early end: the answer is what was found so far
    std::function<void(const Check &)> found; ///< called with each finding, on the examining thread
};

/// The findings so far, in order.
class Sheet
{
public:
    explicit Sheet(Tongue tongue, Follower follower = {})
        : m_tongue(tongue)
        , m_follower(std::move(follower))
    {
    }

    /// Adds the finding `name` of the check `id` from the table (findings.h), with %1, %2 … filled in.
    /// Ignored after the stop, because failures are then meaningless.
    void add(const char *id, const char *name, const QStringList &values = {});
    [[nodiscard]] const std::vector<Check> &checks() const { return m_checks; }
    [[nodiscard]] const std::stop_token &stop() const { return m_follower.stop; }
    [[nodiscard]] bool isStopped() const { return m_follower.stop.stop_requested(); }

private:
    const Tongue m_tongue;
    const Follower m_follower;
    std::vector<Check> m_checks;
};

} // namespace seonchak::doctor
