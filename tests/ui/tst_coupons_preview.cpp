// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the import shows before it adds: rows that are accepted too, codes that exist, headings as they are.

#include "tests/ui/csv_world.h"

#include <QComboBox>
#include <QTableView>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;

namespace {

QString said(const ImportDialog *dialog)
{
    return textOf(*dialog, "importLine");
}

QStringList rowsIn(const ImportDialog *dialog)
{
    const auto *model = part<QTableView>(*dialog, "importCodes")->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < 3; ++column)
            cells << model->index(row, column).data().toString();
        rows << cells.join(" | ");
    }
    return rows;
}

void letTheBookHaveSome(CsvWorld &world)
{
    world.port.lookups.answer = [](const QList<QByteArray> &codes) {
        QList<QByteArray> found = codes;
        found.removeIf([](const QByteArray &code) { return !code.startsWith("TAKEN"); });
        return found;
    };
}

} // namespace

class TestCouponsPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void acceptedRowsAreShownToo();
    void onlyWhatNeedsALook();
    void codesThatExistAreKnownBeforeThePromise();
    void aMillionAreLookedUpInSlices();
    void whatCannotBeLookedUpIsSaid();
    void anotherReadingEndsTheLookUp();
    void headingsAreShownAsTheyStand();
    void nothingGoesToTheStockUnlessAsked();
    void aVanishedFileIsSaid();
    void aFullDiskLeavesNoHalfOfTheRefused();
    void theFolderOfTheRefusedIsShown();
    void pictures_data();
    void pictures();
};

void TestCouponsPreview::acceptedRowsAreShownToo()
{
    CsvWorld world;
    auto *dialog = world.importText("no,code\n1,=\"00123\"\n2,b b\n3,\"A,\"\"1\"\"\"\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QCOMPARE(rowsIn(dialog),
             (QStringList{
                 "2 | 00123 | Can be added", "3 | b␣b | White space or invisible characters in it",
                 "4 | A,\"1\" | Unusual: it has a comma, a semicolon or a bar. Are these several codes?"}));
}

void TestCouponsPreview::onlyWhatNeedsALook()
{
    CsvWorld world;
    auto *dialog = world.importText("code\nA1\nA2\nb b\n=1\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    auto *filter = part<QAbstractButton>(*dialog, "importNotable");
    QVERIFY(filter->isVisible() && !filter->isChecked());
    QCOMPARE(filter->text(), QString("Show &only refused and unusual codes (2)"));
    QCOMPARE(rowsIn(dialog).size(), 4);
    filter->click();
    QCOMPARE(rowsIn(dialog).size(), 2);
    auto *plain = world.import(world.write("A1\nA2\n", "plain.csv"));
    Q_UNUSED(plain)
    auto *second = world.page.findChildren<ImportDialog *>().back();
    QTRY_COMPARE(rowsIn(second).size(), 2);
    QVERIFY(!part<QAbstractButton>(*second, "importNotable")->isVisible());
}

void TestCouponsPreview::codesThatExistAreKnownBeforeThePromise()
{
    CsvWorld world;
    letTheBookHaveSome(world);
    world.port.lookups.hold = true;
    auto *dialog = world.importText("A1\nTAKEN-1\nA2\nA1\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Checking);
    QCOMPARE(said(dialog), QString("Looking up which codes exist already…"));
    QVERIFY(!part<QPushButton>(*dialog, "importAction")->isVisible());
    world.port.lookups.release();
    QTRY_COMPARE(said(dialog), QString("2 of 4 codes can be added, 2 cannot:"));
    QCOMPARE(rowsIn(dialog).at(1), QString("2 | TAKEN-1 | There is a coupon with this code already"));
    QCOMPARE(world.port.adds.times(), 0);
    QCOMPARE(world.port.recorded.times(), 0);
    press(*dialog, "importAction");
    QTRY_COMPARE(said(dialog), QString("2 coupons were added. They wait to be pushed. 2 were refused:"));
    QCOMPARE(world.port.adds.times(), 1); // no refused add stands in the audit trail
}

void TestCouponsPreview::aMillionAreLookedUpInSlices()
{
    CsvWorld world;
    QByteArray text;
    for (int i = 0; i < 1'000'000; ++i)
        text += "X" + QByteArray::number(i) + '\n';
    auto *dialog = world.importText(text);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->work().stage(), ImportWork::Stage::Ready, 60'000);
    QCOMPARE(world.port.lookups.times(), int(1'000'000 / ImportWork::sliceSize));
    QCOMPARE(rowsIn(dialog).size(), 1000);
    QVERIFY(said(dialog).endsWith("Here are the first 1,000 of either kind."));
}

void TestCouponsPreview::whatCannotBeLookedUpIsSaid()
{
    CsvWorld world;
    world.port.lookups.answer = [](const QList<QByteArray> &) {
        return failure(Trouble::Unavailable, "away");
    };
    auto *dialog = world.importText("A1\n");
    QTRY_VERIFY2(
        said(dialog).startsWith("The one code can be added. Which of them exist already is not known. "),
        qPrintable(said(dialog)));
    QVERIFY(part<QPushButton>(*dialog, "importAction")->isEnabled());
}

void TestCouponsPreview::anotherReadingEndsTheLookUp()
{
    CsvWorld world;
    auto *dialog = world.importText("name,coupon\nA1,B1\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    world.port.lookups.hold = true;
    auto *column = part<QComboBox>(*dialog, "importColumn");
    for (const int index : {0, 1}) {
        column->setCurrentIndex(index);
        Q_EMIT column->activated(index);
    }
    QTRY_COMPARE(world.port.lookups.times(), 2);
    world.port.lookups.release();
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QCOMPARE(dialog->work().codes().good.at(0).code, QByteArray("B1"));
    delete dialog;
    auto *again = world.importText("A1\n");
    QTRY_COMPARE(again->work().stage(), ImportWork::Stage::Checking);
    QTest::keyClick(again, Qt::Key_Escape);
    QTRY_VERIFY(!world.page.findChild<ImportDialog *>());
    world.port.lookups.release();
}

void TestCouponsPreview::headingsAreShownAsTheyStand()
{
    CsvWorld world;
    auto *dialog = world.importText("쿠폰 번호,회원 이름\nA-1,x\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QCOMPARE(part<QAbstractButton>(*dialog, "importHeader")->text(),
             QString("The first row is a &header: 쿠폰 번호"));
    QCOMPARE(part<QComboBox>(*dialog, "importColumn")->currentText(), QString("1: 쿠폰 번호"));
}

void TestCouponsPreview::nothingGoesToTheStockUnlessAsked()
{
    CsvWorld world;
    auto *dialog = world.importText("A1\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QVERIFY(!part<QAbstractButton>(*dialog, "importPush")->isChecked());
    press(*dialog, "importAction");
    QTRY_COMPARE(world.port.adds.times(), 1);
    QVERIFY(!std::get<1>(world.port.adds.asked[0]));
}

void TestCouponsPreview::aVanishedFileIsSaid()
{
    CsvWorld world;
    auto *dialog = world.importText("name,coupon\nA1,B1\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QVERIFY(QFile::remove(world.dir.filePath("codes.csv")));
    Q_EMIT part<QComboBox>(*dialog, "importColumn")->activated(0);
    QTRY_VERIFY(said(dialog).startsWith("The file cannot be read. Is it still there"));
    QVERIFY(!part<QPushButton>(*dialog, "importAction")->isVisible());
}

void TestCouponsPreview::aFullDiskLeavesNoHalfOfTheRefused()
{
    CsvWorld world;
    auto *dialog = world.importText("A1\n" + QByteArray("b b\n").repeated(20'000));
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    // No file may grow past 100,000 bytes: the kernel refuses the rest, as a full disk does.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    rlimit tight = usual;
    tight.rlim_cur = 100'000;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    press(*dialog, "importSaveRefused");
    world.asker.choose(world.dir.filePath("refused.csv"));
    QTRY_VERIFY(said(dialog).startsWith("refused.csv could not be written"));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"codes.csv"});
    QVERIFY(part<QPushButton>(*dialog, "importAction")->isVisible()); // nothing is lost
}

void TestCouponsPreview::theFolderOfTheRefusedIsShown()
{
    CsvWorld world;
    auto *dialog = world.importText("A1\nb b\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QVERIFY(!part<QPushButton>(*dialog, "importFolder")->isVisible());
    press(*dialog, "importSaveRefused");
    world.asker.choose(world.dir.filePath("refused.csv"));
    QTRY_VERIFY(part<QPushButton>(*dialog, "importFolder")->isVisible());
}

void TestCouponsPreview::pictures_data()
{
    pictureRows({"import-rows", "import-checking", "import-unknown"});
}

void TestCouponsPreview::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    CsvWorld world(100);
    letTheBookHaveSome(world);
    world.port.lookups.hold = state == "import-checking";
    if (state == "import-unknown")
        world.port.lookups.answer = [](const QList<QByteArray> &) {
            return failure(Trouble::Unavailable, "away");
        };
    auto *dialog =
        world.importText("이름,쿠폰 번호\n홍길동,00012345\n김영희,GS25-2\n이철수,가을쿠폰\n박민수,GS25-2\n"
                         "최,TAKEN-5\n정,=1+1\n강,GS25-7\n");
    QTRY_VERIFY(dialog->work().stage() > ImportWork::Stage::Reading);
    if (state != "import-checking")
        QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QTRY_COMPARE(cutOff(*dialog), QString());
    QVERIFY(savePicture(*dialog));
}

QTEST_MAIN(TestCouponsPreview)
#include "tst_coupons_preview.moc"
