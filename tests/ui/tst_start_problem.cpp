// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window's place where the program cannot start. The real program does it in
// tests/e2e/test_desktop_start.py.

#include "ui/desk/start_problem_dialog.h"
#include "ui/parts/languages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace seonchak;

class TestStartProblem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyObstacleHasItsWords_data();
    void everyObstacleHasItsWords();
    void markupIsShownAsText();
    void enterTakesTheOtherPort();
    void withoutAnotherPortNoneIsOffered();
    void theCommandIsCopied();
    void escapeEnds();
};

namespace {
QString text(const StartProblemDialog &dialog, const char *name)
{
    return dialog.findChild<QLabel *>(QLatin1String(name))->text();
}
QPushButton *action(const StartProblemDialog &dialog)
{
    return dialog.findChild<QPushButton *>(QStringLiteral("startAction"));
}
} // namespace

void TestStartProblem::everyObstacleHasItsWords_data()
{
    QTest::addColumn<Obstacle>("obstacle");
    QTest::addColumn<bool>("namesThePlace");
    QTest::addColumn<bool>("acts");
    QTest::newRow("configuration") << Obstacle::Configuration << false << true;
    QTest::newRow("data dir in use") << Obstacle::DataDirInUse << true << false;
    QTest::newRow("data dir unusable") << Obstacle::DataDirUnusable << true << false;
    QTest::newRow("port") << Obstacle::PortInUse << true << true;
    QTest::newRow("no Redis") << Obstacle::NoRedisServer << false << true;
    QTest::newRow("newer book") << Obstacle::NewerBook << false << false;
    QTest::newRow("foreign keys") << Obstacle::ForeignKeys << false << false;
    QTest::newRow("other") << Obstacle::Other << false << false;
}

void TestStartProblem::everyObstacleHasItsWords()
{
    QFETCH(Obstacle, obstacle);
    QFETCH(bool, namesThePlace);
    QFETCH(bool, acts);
    const StartProblem problem{obstacle, {"first", "second"}, "/the/place", 8081};
    QStringList titles;
    for (const QLocale::Language language : {QLocale::English, QLocale::Korean}) {
        const Languages texts{QLocale(language)};
        const StartProblemDialog dialog(problem);
        titles.append(text(dialog, "startTitle"));
        const QString advice = text(dialog, "startAdvice");
        QVERIFY(!advice.contains(QStringLiteral("%1")) && advice.size() > 20);
        QCOMPARE(advice.contains(QStringLiteral("/the/place")), namesThePlace);
        QCOMPARE(text(dialog, "startSentences"), QString("first\nsecond"));
        QCOMPARE(action(dialog) != nullptr, acts);
    }
    QVERIFY(titles[0] != titles[1]);
}

void TestStartProblem::markupIsShownAsText()
{
    const StartProblemDialog dialog({Obstacle::DataDirInUse, {"<b>x</b>"}, "/<i>d</i>", 0});
    for (const char *name : {"startAdvice", "startSentences"})
        QCOMPARE(dialog.findChild<QLabel *>(QLatin1String(name))->textFormat(), Qt::PlainText);
}

void TestStartProblem::enterTakesTheOtherPort()
{
    StartProblemDialog dialog({Obstacle::PortInUse, {"taken"}, "127.0.0.1:8080", 8081});
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.show();
    QVERIFY(action(dialog)->text().contains("8081"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
}

void TestStartProblem::withoutAnotherPortNoneIsOffered()
{
    const StartProblemDialog dialog({Obstacle::PortInUse, {"taken"}, "127.0.0.1:8080", 0});
    QVERIFY(!action(dialog));
}

void TestStartProblem::theCommandIsCopied()
{
    StartProblemDialog dialog({Obstacle::NoRedisServer, {"none"}, {}, 0});
    const QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.show();
    QTest::mouseClick(action(dialog), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("sudo apt install redis-server"));
    QCOMPARE(finished.count(), 0); // One reads on.
}

void TestStartProblem::escapeEnds()
{
    StartProblemDialog dialog({Obstacle::PortInUse, {"taken"}, "127.0.0.1:8080", 8081});
    const QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
}

QTEST_MAIN(TestStartProblem)
#include "tst_start_problem.moc"
