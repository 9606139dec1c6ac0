// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

class QSqlDriver;

namespace seonchak {

/// `sql` with each `?` outside of quotes replaced by its value, quoted by the driver. Private to
/// core/database.
///
/// Used for PostgreSQL, because a prepared statement lives in one server process: behind a pooler that
/// switches processes between transactions, the statement is missing or is another client's.
QString inlineValues(const QString &sql, const QVariantList &values, const QSqlDriver &driver);

} // namespace seonchak
