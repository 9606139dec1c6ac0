// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_order.h"

#include <QTest>

using namespace seonchak;

/// The command line of `seonchakd token`, and which names a token may have.
class TestTokenOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyOrderWillDo_data();
    void anyOrderWillDo();
    void whatIsUnclearIsRefused_data();
    void whatIsUnclearIsRefused();
    void namesAreOneLine();
    void tokensAreNotGuessed();
};

void TestTokenOrder::anyOrderWillDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto line = [](const char *text) {
        QTest::newRow(text) << QString::fromUtf8(text).split(QLatin1Char(' '));
    };
    line("add kim --role operator --data-dir /d");
    line("add --role=operator kim --data-dir /d");
    line("--data-dir /d --role operator add kim");
    line("--role operator --data-dir /d add -- kim");
}

void TestTokenOrder::anyOrderWillDo()
{
    QFETCH(QStringList, arguments);
    const auto order = TokenOrder::parse(arguments);
    QVERIFY2(order.has_value(), qPrintable(order ? QString() : order.error().detail));
    QCOMPARE(order->verb, TokenOrder::Verb::Add);
    QCOMPARE(order->name, QStringLiteral("kim"));
    QCOMPARE(order->role, Role::Operator);
    QCOMPARE(order->options, (QStringList{"--data-dir", "/d"}));
}

void TestTokenOrder::whatIsUnclearIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto line = [](const char *text, const char *says) {
        QTest::newRow(text) << QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                            << QString::fromUtf8(says);
    };
    line("", "none of add, list, revoke");
    line("remove kim", "none of add, list, revoke");
    line("add kim", "needs --role");
    line("add kim --role", "--role needs a value");
    line("add kim --role operater", "did you mean operator?");
    line("add kim --role viewer --role admin", "twice");
    line("add --role viewer", "takes one name");
    line("add kim lee --role viewer", "takes one name");
    line("add kim --role viewer --json", "token list");
    line("revoke", "takes one name");
    line("revoke kim --role viewer", "token add");
    line("list kim", "takes no name");
    line("add kim(203.0.113.9) --role viewer", "without brackets");
}

void TestTokenOrder::whatIsUnclearIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const auto order = TokenOrder::parse(arguments);
    QVERIFY(!order.has_value());
    QCOMPARE(order.error().trouble, Trouble::BadInput);
    QVERIFY2(order.error().detail.contains(says), qPrintable(order.error().detail));
}

void TestTokenOrder::namesAreOneLine()
{
    QCOMPARE(tokenName(QStringLiteral("김민수 2")).value(), QStringLiteral("김민수 2"));
    const QString decomposed = QStringLiteral("김").normalized(QString::NormalizationForm_D);
    QCOMPARE(tokenName(decomposed).value(), QStringLiteral("김"));
    QVERIFY(tokenName(QString(64, QLatin1Char('x'))));
    for (const QString &bad :
         {QString(), QString(65, QLatin1Char('x')), QStringLiteral("a\nb"), QStringLiteral("a\tb"),
          QStringLiteral("a\u2028b"), QStringLiteral("a\u202eb"), QString(QChar(0)), QStringLiteral(" a"),
          QStringLiteral("a "), QStringLiteral("-a"), QStringLiteral("a (b"), QString(QChar(0xd800))})
        QVERIFY2(!tokenName(bad), qPrintable(bad));
}

void TestTokenOrder::tokensAreNotGuessed()
{
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray token = freshToken();
        QVERIFY(token.startsWith("seonchak_") && token.size() == 9 + 43);
        for (const char c : token)
            QVERIFY(std::isalnum(uchar(c)) || c == '_' || c == '-');
        seen.insert(token);
    }
    QCOMPARE(seen.size(), 1000);
}

QTEST_GUILESS_MAIN(TestTokenOrder)
#include "tst_token_order.moc"
