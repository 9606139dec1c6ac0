// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace seonchak::doctor {

enum class Status { Ok, Warning, Failed, Skipped };
enum class Tongue { English, Korean };

/// One thing the doctor looked at. `id` is stable; `found` and `cure` are sentences for people. The cure is
/// empty where nothing needs one.
struct Check
{
    QString id;
    Status status = Status::Ok;
    QString found;
    QString cure;
};

/// What the examinations found so far, in order.
class Sheet
{
public:
    explicit Sheet(Tongue tongue)
        : m_tongue(tongue)
    {
    }

    /// Adds the finding `name` of the check `id`, as the table has it (findings.h), with %1, %2 … filled in.
    void add(const char *id, const char *name, const QStringList &values = {});
    [[nodiscard]] const std::vector<Check> &checks() const { return m_checks; }

private:
    Tongue m_tongue;
    std::vector<Check> m_checks;
};

} // namespace seonchak::doctor
