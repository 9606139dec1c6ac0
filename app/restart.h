// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace seonchak {

/// How this process was started, so that it can restart itself in the same way: program, arguments,
/// environment. Create it first in main(), because Qt removes its own arguments, and the supervisor's
/// variables are removed from the environment.
class Restart
{
public:
    explicit Restart(char *const argv[]);

    /// Executes the program again as it was started, under the same process id. Call it when everything of
    /// this one has ended: its locks, ports and children. Returns, with the exit code, only if that fails or
    /// the end was requested.
    [[nodiscard]] int start() const;

private:
    QByteArray m_program;
    QByteArrayList m_arguments;
    QByteArrayList m_environment;
    bool m_ignoresHangUp = false;
};

} // namespace seonchak
