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

/// Finds the owner of the keys with the prefix: compares Redis with the book like a starting server does, and
/// predicts what that start would do.
class ForeignExam
{
public:
    ForeignExam(const Surroundings &surroundings, RedisLink &link, Sheet &sheet, const Keys &keys);
    void run();

private:
    void judgeMarked(const RedisMarks &marks);
    void judgeUnmarked();
    /// Opens the book; if no used book exists, m_book stays empty.
    Result<void> readBook();
    /// Whether the stock and the user keys contain what the book does not know.
    Result<bool> holdsAnotherBooks();
    Result<QList<QByteArray>> sampleCodes();
    /// The book, or one as a start would create it.
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
