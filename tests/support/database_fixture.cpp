// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/database_fixture.h"

#include "core/database/book/coupon_book.h"
#include "core/database/engine/migrations.h"
#include "core/database/engine/rows.h"

#include <QTest>

namespace seonchak {

namespace {
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("database fixture: %s", qPrintable(result.error().detail));
    return std::move(*result);
}
} // namespace

void DatabaseFixture::addEngines()
{
    QTest::addColumn<QString>("engine");
    QTest::newRow("sqlite") << QStringLiteral("sqlite");
    QTest::newRow("postgresql") << QStringLiteral("postgresql");
}

DatabaseUrl DatabaseFixture::fresh(const QString &engine)
{
    const QString name = QStringLiteral("book%1").arg(++m_count);
    if (engine == QStringLiteral("sqlite")) {
        const QString path = m_folder.filePath(name + QStringLiteral(".sqlite"));
        return must(DatabaseUrl::parse(QStringLiteral("sqlite://") + path, {}));
    }
    if (!m_started && !m_postgres.start())
        qFatal("database fixture: PostgreSQL does not start");
    m_started = true;
    return must(DatabaseUrl::parse(m_postgres.createDatabase(name), {}));
}

DatabaseUrl DatabaseFixture::migrated(const QString &engine)
{
    const DatabaseUrl url = fresh(engine);
    const auto done = migrate(*open(url));
    if (!done)
        qFatal("database fixture: %s", qPrintable(done.error().detail));
    return url;
}

DatabaseUrl DatabaseFixture::stocked(const QString &engine, int coupons)
{
    const DatabaseUrl url = migrated(engine);
    const auto session = open(url);
    QList<QByteArray> codes;
    for (int i = 0; i < coupons; ++i)
        codes.append("C" + QByteArray::number(i));
    must(book::addFresh(*session, codes, 1));
    must(book::markAvailable(*session, coupons, 1));
    return url;
}

std::unique_ptr<Session> DatabaseFixture::open(const DatabaseUrl &url)
{
    return must(Session::open(url));
}

qint64 DatabaseFixture::numberOf(Session &session, const QString &sql, const QVariantList &values)
{
    const auto result = number(session, sql, values);
    if (!result)
        qWarning("database fixture: %s", qPrintable(result.error().detail));
    return result.value_or(-1);
}

QList<qint64> DatabaseFixture::issuedUsers(const DatabaseUrl &url)
{
    QList<qint64> users;
    const auto session = open(url);
    const auto read = eachRow(*session, QStringLiteral("SELECT user_id FROM issue ORDER BY user_id"), {},
                              [&](const QSqlQuery &row) { users.append(row.value(0).toLongLong()); });
    return read ? users : QList<qint64>{-1};
}

} // namespace seonchak
