// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/still_book.h"

#include <QStringList>

namespace seonchak::newsale {

/// An old book that can be looked at: never written, no lock taken. One of an earlier version, or one that
/// was never taken out of its log, is looked at as a copy, see StillBook.
class OpenedBook
{
public:
    /// Resolves the value of --book: a path, a URL, or the name of an old book beside the current one.
    static Result<DatabaseUrl> find(const QString &text, const DatabaseUrl &current);
    /// Blocks. NotFound, BadInput: it is no book, or one of a newer program; Conflict: it is in use.
    static Result<OpenedBook> open(const DatabaseUrl &url);

    /// For sessions: read-only.
    [[nodiscard]] const DatabaseUrl &url() const { return m_book.url(); }
    /// For people.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &place() const { return m_place; }

private:
    explicit OpenedBook(StillBook book)
        : m_book(std::move(book))
    {
    }

    StillBook m_book;
    QString m_name;
    QString m_place;
};

/// The names of the old books beside the current one, sorted. Blocks.
Result<QStringList> keptBooks(const DatabaseUrl &current);

} // namespace seonchak::newsale
