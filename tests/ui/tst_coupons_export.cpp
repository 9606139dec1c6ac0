// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons into CSV files: the search, page by page, stopped ones, full disks and closed folders.

#include "tests/ui/csv_world.h"

#include <QLineEdit>
#include <QProgressBar>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;

class TestCouponsExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exportWritesTheSearch();
    void exportGoesPageByPage();
    void exportIsStoppedAndLeavesNothing();
    void exportIsStoppedAfterItsLastPage();
    void aFullDiskLeavesNothing();
    void aClosedFolderIsSaid();
    void aDatabaseThatGoesEndsTheExport();
    void pictures_data();
    void pictures();
};

void TestCouponsExport::exportWritesTheSearch()
{
    CsvWorld world;
    world.port.lists.answer = [](const book::Filter &filter) {
        CouponPage page = FakeBook{3}.page(filter);
        page.items[0].code = "=HYPERLINK(1)";
        page.items[1].code = "가,\"1\"";
        page.items[2].status = CouponStatus::Issued;
        page.items[2].userId = 42;
        page.items[2].createdAt = page.items[2].issuedAt.emplace(1'795'000'000'123);
        return page;
    };
    part<QLineEdit>(world.page, "searchCode")->setText("C0");
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("10 coupons found"));
    const QString path = world.exported();
    QTRY_COMPARE(world.line(),
                 QString("3 coupons were written to out.csv (times in UTC, statuses as in REST)."));
    QVERIFY(part<QPushButton>(world.page, "couponsFolder")->isVisible());
    const auto lines = contents(path).split('\n');
    QCOMPARE(lines[0], QByteArray("\xEF\xBB\xBFid,code,status,userId,createdAt,issuedAt\r"));
    QVERIFY2(lines[1].startsWith("1,'=HYPERLINK(1),STAGED,,2026-"), lines[1].constData());
    QVERIFY(lines[2].startsWith("2,\"가,\"\"1\"\"\",AVAILABLE,,"));
    QCOMPARE(lines[3],
             QByteArray("3,C0000003,ISSUED,42,2026-11-18T11:06:40.123Z,2026-11-18T11:06:40.123Z\r"));
    QCOMPARE(std::get<0>(world.port.lists.asked.back()).codePart, QByteArray("C0"));
    QCOMPARE(world.port.recorded.times(), 1);
    const auto &[action, detail, result] = world.port.recorded.asked[0];
    QCOMPARE(action, QString("export"));
    QCOMPARE(detail, QString("coupons to out.csv: code contains \"C0\""));
    QCOMPARE(result, QString("done: 3 rows"));
}

void TestCouponsExport::exportGoesPageByPage()
{
    CsvWorld world(12'345);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("12,345 coupons"));
    QCoreApplication::processEvents();
    const auto before = std::size_t(world.port.lists.times());
    const QString path = world.exported();
    QTRY_VERIFY(world.line().startsWith("12,345 coupons were written to out.csv"));
    QCOMPARE(contents(path).count('\n'), 12'346);
    QList<qint64> afters;
    for (std::size_t i = before; i < world.port.lists.asked.size(); ++i)
        afters.append(std::get<0>(world.port.lists.asked[i]).after);
    QCOMPARE(afters, (QList<qint64>{0, 5000, 10'000}));
    QVERIFY(!part<QProgressBar>(world.page, "couponsProgress")->isVisible());
    QVERIFY(part<QPushButton>(world.page, "couponsExport")->isEnabled());
}

void TestCouponsExport::exportIsStoppedAndLeavesNothing()
{
    CsvWorld world(12'345);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("12,345 coupons"));
    QCoreApplication::processEvents();
    world.port.lists.hold = true;
    const int before = world.port.lists.times();
    world.exported();
    QTRY_COMPARE(world.port.lists.times(), before + 1);
    QVERIFY(part<QProgressBar>(world.page, "couponsProgress")->isVisible());
    press(world.page, "couponsStop");
    world.port.lists.release();
    QTRY_VERIFY(world.line().startsWith("The export was stopped."));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(std::get<2>(world.port.recorded.asked[0]), QString("failed: stopped"));
}

void TestCouponsExport::exportIsStoppedAfterItsLastPage()
{
    CsvWorld world;
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("10 coupons"));
    QCoreApplication::processEvents();
    world.port.lists.hold = true;
    const int before = world.port.lists.times();
    world.exported();
    QTRY_COMPARE(world.port.lists.times(), before + 1);
    world.port.lists.release();
    press(world.page, "couponsStop");
    QTRY_VERIFY(world.line().startsWith("The export was stopped."));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestCouponsExport::aFullDiskLeavesNothing()
{
    CsvWorld world(12'345);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("12,345 coupons"));
    // No file may grow past 300,000 bytes: the kernel refuses the rest, as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    rlimit tight = usual;
    tight.rlim_cur = 300'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    world.exported();
    QTRY_VERIFY(!world.line().isEmpty() && !world.line().startsWith("Writing"));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY2(world.line().contains("could not be written, and no half of it was left"),
             qPrintable(world.line()));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    QVERIFY(std::get<2>(world.port.recorded.asked[0]).startsWith("failed: "));
}

void TestCouponsExport::aClosedFolderIsSaid()
{
    CsvWorld world;
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("10 coupons"));
    world.exported("no/such/folder.csv");
    QTRY_VERIFY(world.line().contains("folder.csv could not be written"));
    QVERIFY(!part<QPushButton>(world.page, "couponsFolder")->isVisible());
}

void TestCouponsExport::aDatabaseThatGoesEndsTheExport()
{
    CsvWorld world(12'345);
    QTRY_COMPARE(textOf(world.page, "couponsCount"), QString("12,345 coupons"));
    world.port.lists.answer = [](const book::Filter &filter) -> Result<CouponPage> {
        if (filter.after > 0)
            return failure(Trouble::Unavailable, "away");
        return FakeBook{12'345}.page(filter);
    };
    world.exported();
    QTRY_VERIFY(world.line().startsWith("The export did not finish, and no half of it was left."));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void TestCouponsExport::pictures_data()
{
    pictureRows({"coupons-export"});
}

void TestCouponsExport::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const PictureLook look(language, dark);
    CsvWorld world(12'345);
    QTRY_VERIFY(textOf(world.page, "couponsCount").contains("12,345"));
    QCoreApplication::processEvents();
    world.port.lists.hold = true;
    world.exported();
    QTRY_VERIFY(part<QProgressBar>(world.page, "couponsProgress")->isVisible());
    QTRY_COMPARE(cutOff(world.page), QString());
    QVERIFY(savePicture(world.page));
}

QTEST_MAIN(TestCouponsExport)
#include "tst_coupons_export.moc"
