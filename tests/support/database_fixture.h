// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"
#include "tests/support/postgres_fixture.h"

#include <QTemporaryDir>

namespace seonchak {

/// New databases of both engines for a test program; PostgreSQL is started on first use.
class DatabaseFixture
{
public:
    /// "sqlite" and "postgresql" rows in a column `engine`, for data-driven tests.
    static void addEngines();
    /// An empty database without a schema. Aborts the test program if it cannot be created.
    DatabaseUrl fresh(const QString &engine);
    /// Like fresh(), migrated.
    DatabaseUrl migrated(const QString &engine);
    /// Like migrated(), with coupons C0, C1, … AVAILABLE.
    DatabaseUrl stocked(const QString &engine, int coupons);
    static std::unique_ptr<Session> open(const DatabaseUrl &url);
    /// The one number returned by a SELECT; -1, with a message on standard error, if it fails.
    static qint64 numberOf(Session &session, const QString &sql, const QVariantList &values = {});
    /// Who has a coupon according to the book, in ascending order; {-1} if it cannot be read.
    static QList<qint64> issuedUsers(const DatabaseUrl &url);
    [[nodiscard]] PostgresFixture &postgres() { return m_postgres; }

private:
    QTemporaryDir m_folder;
    PostgresFixture m_postgres;
    bool m_started = false;
    int m_count = 0;
};

} // namespace seonchak
