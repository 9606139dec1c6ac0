// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace seonchak {

/// How this process was started, so that it can start itself again in the same way: program, arguments,
/// environment. Make it first of all in main(): Qt takes its own arguments out, and the supervisor's
/// variables are taken out of the environment.
class Restart
{
public:
    explicit Restart(char *const argv[]);

    /// Becomes the program as it was started, under the same process id. Everything of this one has ended by
    /// then: its locks, ports and children are gone. Comes back, with the exit code, only where that fails or
    /// the end has been asked for.
    [[nodiscard]] int start() const;

private:
    QByteArray m_program;
    QByteArrayList m_arguments;
    QByteArrayList m_environment;
    bool m_ignoresHangUp = false;
};

} // namespace seonchak
