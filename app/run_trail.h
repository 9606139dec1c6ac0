// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

class Sale;

/// Records the start, end and crash of this program in the audit trail. While it runs a file in the data dir
/// exists; if a start finds that file, the previous run crashed. Lives on the main thread, and only while the
/// data dir's lock is held.
class RunTrail
{
public:
    RunTrail(QString dataDir, QString what);

    /// The program serves: records a crash of the previous run, if any, and this run's start. Call it once.
    void begin(Sale &sale);
    /// The program was asked to end: this entry is written before the sale ends.
    void end(Sale &sale);
    /// The program ended in order: the next start has nothing to report.
    void finish();

    /// The user who started this program, as named by the operating system.
    static QString person();

private:
    const QString m_file;
    const QString m_what; ///< "version 0.1.0, strategy saga"
    bool m_begun = false;
};

} // namespace seonchak
