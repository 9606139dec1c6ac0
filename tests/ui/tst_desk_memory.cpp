// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window remembers until the next start, and the guide that F1 opens.

#include "tests/ui/desk.h"
#include "ui/desk/guide.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace seonchak;

class TestDeskMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QApplication::setPalette(QPalette()); }
    void choicesAreRemembered();
    void thePageAndTheColumnsAreRemembered();
    void theGuideHasAFileForEachPage_data();
    void theGuideHasAFileForEachPage();
    void withoutAGuideTheWindowSaysWhereItIs();
};

void TestDeskMemory::choicesAreRemembered()
{
    Desk desk;
    desk.looks.setLanguage("ko");
    desk.looks.setTheme(Looks::Theme::Dark);
    desk.window->show();
    desk.window->resize(1250, 777);
    desk.window.reset();
    const QString file = desk.home.filePath("copy.ini");
    Looks same(desk.home.filePath("desk.ini"));
    QCOMPARE(same.language(), QString("ko"));
    QCOMPARE(same.theme(), Looks::Theme::Dark);
    QVERIFY(!same.geometry().isEmpty());
    const Looks fresh(file);
    QCOMPARE(fresh.language(), QString());
    QCOMPARE(fresh.theme(), Looks::Theme::System);
}

void TestDeskMemory::thePageAndTheColumnsAreRemembered()
{
    Desk desk;
    desk.window->view().open(page::coupons);
    const auto header = [&] { return desk.find<QTableView>("couponsTable")->horizontalHeader(); };
    const int width = header()->sectionSize(1) + 37;
    header()->resizeSection(1, width);
    desk.window.reset();
    desk.window = std::make_unique<DeskWindow>(desk.parts());
    QCOMPARE(desk.window->view().currentPage(), page::coupons);
    QCOMPARE(header()->sectionSize(1), width);

    // What stands there only because the window ends is not where one was.
    desk.window->close();
    QCOMPARE(desk.window->view().currentPage(), page::dashboard);
    desk.window.reset();
    desk.window = std::make_unique<DeskWindow>(desk.parts());
    QCOMPARE(desk.window->view().currentPage(), page::coupons);

    // A life belongs to one coupon, and a page may be gone in the next version.
    for (const auto &key : {page::biography, QStringLiteral("gone")}) {
        desk.window.reset();
        desk.looks.keepPage(key);
        desk.window = std::make_unique<DeskWindow>(desk.parts());
        QCOMPARE(desk.window->view().currentPage(), page::dashboard);
    }
}

void TestDeskMemory::theGuideHasAFileForEachPage_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QLocale::Language>("language");
    QTest::addColumn<QString>("wanted");
    const QStringList both{"ko/page-coupons.html", "ko/index.html", "en/page-coupons.html", "en/index.html"};
    QTest::newRow("Korean") << both << QLocale::Korean << "ko/page-coupons.html";
    QTest::newRow("English") << both << QLocale::English << "en/page-coupons.html";
    QTest::newRow("another language") << both << QLocale::French << "en/page-coupons.html";
    QTest::newRow("no such page") << QStringList{"ko/index.html"} << QLocale::Korean << "ko/index.html";
    QTest::newRow("not in Korean") << QStringList{"en/page-coupons.html"} << QLocale::Korean
                                   << "en/page-coupons.html";
    QTest::newRow("none") << QStringList{} << QLocale::Korean << "";
}

void TestDeskMemory::theGuideHasAFileForEachPage()
{
    QFETCH(QStringList, files);
    QFETCH(QLocale::Language, language);
    QFETCH(QString, wanted);
    const QTemporaryDir home;
    for (const auto &name : files) {
        QDir(home.path()).mkpath(QFileInfo(name).path());
        QFile file(home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QLocale::setDefault(QLocale(language));
    const QString found = guideFile({home.filePath("nothing"), home.path()}, page::coupons);
    QCOMPARE(found, wanted.isEmpty() ? QString() : home.filePath(wanted));
}

void TestDeskMemory::withoutAGuideTheWindowSaysWhereItIs()
{
    Desk desk;
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(desk.window.get(), Qt::Key_F1);
    QTRY_COMPARE(desk.asker.questions.size(), std::size_t(1));
    QVERIFY(desk.asker.questions[0].consequence.contains("resources/docs"));
    QVERIFY(!desk.asker.questions[0].destructive);
}

QTEST_MAIN(TestDeskMemory)
#include "tst_desk_memory.moc"
