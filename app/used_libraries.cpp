// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/used_libraries.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <curl/curl.h>
#include <hiredis/hiredis.h>

namespace seonchak {

namespace {

/// Empty if Qt has no driver for it.
QString sqliteVersion()
{
    const QString connection = QStringLiteral("about");
    QString version;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open()) {
            QSqlQuery query(QStringLiteral("SELECT sqlite_version()"), database);
            if (query.next())
                version = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return version;
}

} // namespace

QList<UsedLibrary> usedLibraries()
{
    QList<UsedLibrary> all{
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
        {QStringLiteral("QCoro"), {}},
        {QStringLiteral("hiredis"),
         QStringLiteral("%1.%2.%3").arg(HIREDIS_MAJOR).arg(HIREDIS_MINOR).arg(HIREDIS_PATCH)},
        {QStringLiteral("libcurl"), QString::fromLatin1(curl_version_info(CURLVERSION_NOW)->version)}};
    if (const QString sqlite = sqliteVersion(); !sqlite.isEmpty())
        all.append({QStringLiteral("SQLite"), sqlite});
    if (QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        all.append({QStringLiteral("PostgreSQL (QPSQL)"), {}});
    return all;
}

} // namespace seonchak
