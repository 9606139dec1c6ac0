// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

class Sale;

/// Starting, ending and dying of this program, in the audit trail. While it runs a file in the data dir says
/// so; where a start finds that file, the run before has died without a word. Lives on the main thread, and
/// no longer than the data dir's lock is held.
class RunTrail
{
public:
    RunTrail(QString dataDir, QString what);

    /// It serves: tells how the run before ended, where it did not say so, and that this one has begun. Once.
    void begin(Sale &sale);
    /// It has been asked to end: what is told here is written before the sale ends.
    void end(Sale &sale);
    /// It has ended in order: nothing is left to tell at the next start.
    void finish();

    /// Who started this program, as the operating system names them.
    static QString person();

private:
    const QString m_file;
    const QString m_what; ///< "version 0.1.0, strategy saga"
    bool m_begun = false;
};

} // namespace seonchak
