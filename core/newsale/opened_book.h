// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/engine/database_url.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace seonchak::newsale {

/// An old book that can be looked at: never written, no lock taken. A SQLite file of an earlier version, or
/// one that was never taken out of its log, is copied and brought up to date there; the copy goes with this
/// object.
class OpenedBook
{
public:
    /// What --book may say: a path, a URL, or the name of an old book beside the current one.
    static Result<DatabaseUrl> find(const QString &text, const DatabaseUrl &current);
    /// Blocks. NotFound, BadInput: it is no book, or one of another version that cannot be copied; Conflict:
    /// it is in use.
    static Result<OpenedBook> open(const DatabaseUrl &url);

    /// For sessions: read-only.
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    /// For people.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &place() const { return m_place; }

private:
    OpenedBook() = default;
    Result<void> openFile(const DatabaseUrl &url);
    Result<void> openSchema(const DatabaseUrl &url);
    Result<void> copy(const DatabaseUrl &url);

    DatabaseUrl m_url;
    QString m_name;
    QString m_place;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// The names of the old books beside the current one, in their order. Blocks.
Result<QStringList> keptBooks(const DatabaseUrl &current);

} // namespace seonchak::newsale
