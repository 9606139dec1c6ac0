// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"
#include "core/doctor/exams.h"

namespace seonchak::doctor {

/// Examines a database that can be opened.
class DatabaseExam
{
public:
    DatabaseExam(const Surroundings &surroundings, Session &session, Sheet &sheet);
    void run();

private:
    [[nodiscard]] bool isSqlite() const { return m_session.engine() == DatabaseUrl::Engine::Sqlite; }
    void tryToWrite();
    void judgeSchema();
    void lookForUnique();
    void lookForPooler();
    void judgeDurability();
    void measureCommits();
    Result<bool> hasUnique(const QString &table, const QString &column);
    Result<qint64> backend(Session &session);
    Result<std::vector<double>> commitTimes(Session &session, const QString &sql);

    const Surroundings &m_surroundings;
    Session &m_session;
    Sheet &m_sheet;
    qint64 m_version = 0; ///< of the schema; 0: no schema
};

} // namespace seonchak::doctor
