// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"
#include "core/doctor/exams.h"
#include "core/doctor/redis_link.h"
#include "core/issue/ground/marks.h"

#include <memory>
#include <optional>

namespace seonchak::doctor {

/// Whose the keys below the prefix are: compares Redis with the book as a start of the server does, and says
/// what the start would make of it.
class ForeignExam
{
public:
    ForeignExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet, const Keys &keys);
    void run();

private:
    void judgeMarked(const RedisMarks &marks);
    void judgeUnmarked();
    /// Opens the book; without one that was ever used, m_book stays empty.
    Result<void> readBook();
    /// The book does not know what the stock and the user keys hold.
    Result<bool> holdsAnotherBooks();
    Result<QList<QByteArray>> sampleCodes();
    /// A book as the start would make it, where there is none yet.
    Result<DatabaseUrl> bookOrNewOne(const QString &dir) const;
    void add(const char *name, const QStringList &values = {});
    void addUnseen(const Error &error);

    const Surroundings &m_surroundings;
    RedisLink &m_link;
    Sheet &m_sheet;
    const Keys m_keys;
    std::unique_ptr<Session> m_session;
    std::optional<BookMarks> m_book;
};

} // namespace seonchak::doctor
