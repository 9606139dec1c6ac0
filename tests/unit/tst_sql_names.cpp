// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The numbers of the book's columns have names, in C++ and in SQL. A name that does not exist is an error of
// the compiler; that no text has the number instead is checked here.

#include "core/database/book/row_names.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using seonchak::book::operator""_sql;

namespace {

/// A column of an enumeration, or an argument that stands for one, compared with or set to a number.
constexpr const char *numberPattern =
    "(\\b(status|state|kind|reason|what)|%\\d)\\s*(=|<>|!=|[<>]=?|\\b(NOT\\s+)?IN\\s*\\()\\s*\\d";

/// What string literals of this source have of it.
QStringList numbersIn(const QString &source)
{
    static const QRegularExpression text("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    static const QRegularExpression number(numberPattern);
    QStringList found;
    auto texts = text.globalMatch(source);
    while (texts.hasNext()) {
        const auto match = number.match(texts.next().captured());
        if (match.hasMatch())
            found << match.captured();
    }
    return found;
}

} // namespace

class TestSqlNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesBecomeNumbers();
    void theTextIsAConstant();
    void statusesAreThoseOfTheSchema();
    void aNumberIsFound_data();
    void aNumberIsFound();
    void noTextHasANumber();
};

void TestSqlNames::namesBecomeNumbers()
{
    QCOMPARE("UPDATE coupon SET status = {Available} WHERE id = ?"_sql,
             QString("UPDATE coupon SET status = 2 WHERE id = ?"));
    QCOMPARE("kind IN ({Staged}, {tally.Issues})"
             " OR what = {life.Voided}"_sql,
             QString("kind IN (0, 10) OR what = 9"));
    QCOMPARE("{act.Cut}"_sql, QString("2"));
    QCOMPARE("no name"_sql, QString("no name"));
}

void TestSqlNames::theTextIsAConstant()
{
    const auto text = [] { return "SELECT 1 FROM coupon WHERE status = {Voided}"_sql; };
    QCOMPARE(text().constData(), text().constData());
}

/// The schema says the numbers in its partial indexes.
void TestSqlNames::statusesAreThoseOfTheSchema()
{
    QFile file(qEnvironmentVariable("SEONCHAK_SOURCE_DIR") + "/resources/sql/0001_book.sqlite.sql");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString schema = QString::fromUtf8(file.readAll());
    for (const QString &index :
         {"coupon_staged ON coupon (status) WHERE status = {Staged};"_sql,
          "coupon_available ON coupon (status) WHERE status = {Available};"_sql,
          "coupon_issued ON coupon (status) WHERE status = {Issued};"_sql,
          "coupon_void ON coupon (status) WHERE status = {Voided};"_sql, "{Pushing} PUSHING"_sql})
        QVERIFY2(schema.contains(index), qPrintable(index));
}

void TestSqlNames::aNumberIsFound_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *source, const QStringList &found) {
        QTest::newRow(source) << QString(source) << found;
    };
    row("\"SET status = 2\"", {"status = 2"});
    row("f(\"CASE WHEN c.status IN (1, 2) THEN\", 1)", {"status IN (1"});
    row("\"status NOT IN (5)\" \"state<>1 AND l.what = 9\"", {"status NOT IN (5", "state<>1"});
    row("\"(%1 = 0 OR\"", {"%1 = 0"});
    row("\"SET status = {Available} WHERE status = ?\"_sql", {});
    row("if (status == 2 || text == \"a\" || status = 1) f(\"status\", 2)", {});
    row("\"SELECT kind, 2, status\"", {});
}

void TestSqlNames::aNumberIsFound()
{
    QFETCH(QString, source);
    QTEST(numbersIn(source), "found");
}

void TestSqlNames::noTextHasANumber()
{
    const QDir root(qEnvironmentVariable("SEONCHAK_SOURCE_DIR"));
    QVERIFY2(root.exists("core/database/book/row_names.h"), "SEONCHAK_SOURCE_DIR must name the source tree");
    QDirIterator files(root.filePath("core"), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList found = numbersIn(QString::fromUtf8(file.readAll()));
        QVERIFY2(found.isEmpty(), qPrintable(file.fileName() + ": \"" + found.value(0) + "\" needs a name"));
    }
}

QTEST_GUILESS_MAIN(TestSqlNames)
#include "tst_sql_names.moc"
