// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coupons from CSV files: previews, slices, clashes, broken and huge files.

#include "core/coupon/csv_codes.h"
#include "tests/ui/csv_world.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QTableView>
#include <QTimer>

using namespace seonchak;

namespace {

QString said(const ImportDialog *dialog)
{
    return textOf(*dialog, "importLine");
}

/// Before the adding the list shows all codes, unless somebody asks for these.
QStringList refusedIn(const ImportDialog *dialog)
{
    part<QAbstractButton>(*dialog, "importNotable")->setChecked(true);
    const auto *model = part<QTableView>(*dialog, "importCodes")->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data().toString() + ": " + model->index(row, 2).data().toString();
    return rows;
}

QByteArray manyCodes(int count, int takenEvery = 0)
{
    QByteArray text("code\n");
    for (int i = 1; i <= count; ++i)
        text += (takenEvery > 0 && i % takenEvery == 0 ? "TAKEN" : "X") + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class TestCouponsImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void previewShowsWhatWouldBeRefused();
    void nothingIsAddedBeforeOneSaysSo();
    void theColumnCanBeChosen();
    void f9_theHeaderIsAskedAbout();
    void theEncodingIsShownAndCanBeChosen();
    void damagedCodesAreShownAndNotOffered();
    void brokenFilesAreToldWithTheirLine_data();
    void brokenFilesAreToldWithTheirLine();
    void aMillionRowsAreReadWithoutStalling();
    void aFileThatIsTooLargeIsNotRead();
    void addingIsUnderWay();
    void slicesAreAddedWithoutThoseThatExist();
    void refusedCodesAreSaved();
    void addingIsStoppedBetweenSlices();
    void aDatabaseThatGoesEndsTheAdding();
    void theDialogMayGoWhileItReads();
    void markupIsShownAsText();
    void pictures_data();
    void pictures();
};

void TestCouponsImport::previewShowsWhatWouldBeRefused()
{
    CsvWorld world;
    auto *dialog =
        world.importText("code;note\nA1;x\nA2;x\n;x\nA1;x\n\"b b\";x\n" + QByteArray(65, 'x') + ";x\n");
    QTRY_COMPARE(said(dialog), QString("2 of 6 codes can be added, 4 cannot:"));
    QCOMPARE(refusedIn(dialog),
             (QStringList{"4: There is no code", "5: Stands in line 2 already",
                          "6: White space or invisible characters in it", "7: Longer than 64 bytes"}));
    QCOMPARE(part<QPushButton>(*dialog, "importAction")->text(), QString("Add 2"));
    QVERIFY(part<QPushButton>(*dialog, "importSaveRefused")->isVisible());
}

void TestCouponsImport::nothingIsAddedBeforeOneSaysSo()
{
    CsvWorld world;
    auto *dialog = world.importText("A1\nA2\n");
    QTRY_COMPARE(said(dialog), QString("All 2 codes can be added."));
    QCOMPARE(world.port.adds.times(), 0);
    press(*dialog, "importAction");
    QTRY_COMPARE(said(dialog), QString("2 coupons were added. They wait to be pushed."));
    QCOMPARE(world.port.adds.asked,
             (std::vector<std::tuple<QList<QByteArray>, bool>>{{{"A1", "A2"}, false}}));
    press(*dialog, "importClose");
    QTRY_VERIFY(!world.page.findChild<ImportDialog *>());
}

void TestCouponsImport::theColumnCanBeChosen()
{
    CsvWorld world;
    auto *dialog = world.importText("name,coupon\nA1,B1\nA2,B2\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    auto *column = part<QComboBox>(*dialog, "importColumn");
    QCOMPARE(column->currentIndex(), 1);
    QCOMPARE(column->itemText(0), QString("1: name"));
    QCOMPARE(dialog->work().codes().good.at(0).code, QByteArray("B1"));
    column->setCurrentIndex(0);
    Q_EMIT column->activated(0);
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QTRY_COMPARE(dialog->work().codes().good.at(0).code, QByteArray("A1"));
}

void TestCouponsImport::f9_theHeaderIsAskedAbout()
{
    CsvWorld world;
    auto *dialog = world.importText("R&D-code,amount\nPRO-1,1000\n");
    QTRY_COMPARE(said(dialog), QString("The one code can be added."));
    auto *header = part<QAbstractButton>(*dialog, "importHeader");
    QVERIFY(header->isVisible() && header->isChecked());
    QCOMPARE(header->text(), QString("The first row is a &header: R&&D-code"));
    header->click();
    QTRY_COMPARE(said(dialog), QString("All 2 codes can be added."));
    QVERIFY(!header->isChecked());
    header->click();
    QTRY_COMPARE(said(dialog), QString("The one code can be added."));

    auto *plain = world.import(world.write("WELCOME\nSUMMER10\n", "plain.csv"));
    Q_UNUSED(plain)
    auto *second = world.page.findChildren<ImportDialog *>().back();
    QTRY_COMPARE(said(second), QString("All 2 codes can be added."));
    part<QAbstractButton>(*second, "importHeader")->click();
    QTRY_COMPARE(said(second), QString("The one code can be added."));
    QCOMPARE(second->work().codes().good.at(0).code, QByteArray("SUMMER10"));
}

void TestCouponsImport::theEncodingIsShownAndCanBeChosen()
{
    CsvWorld world;
    auto *dialog = world.importText("code\n\xC4\xED\xC6\xF9-1\n");
    QTRY_COMPARE(said(dialog),
                 QString("The one code can be added. Unusual among them: 1. Look at these first."));
    QCOMPARE(dialog->work().codes().good.at(0).code, QByteArray("쿠폰-1"));
    auto *encoding = part<QComboBox>(*dialog, "importEncoding");
    QVERIFY(encoding->isVisible());
    QCOMPARE(encoding->currentText(), QString("CP949 (EUC-KR)"));
    encoding->setCurrentIndex(0);
    Q_EMIT encoding->activated(0);
    QTRY_VERIFY(said(dialog).startsWith("Line 2 cannot be read in this encoding"));
    QVERIFY(encoding->isVisible());
    encoding->setCurrentIndex(encoding->findText("Windows-1252"));
    Q_EMIT encoding->activated(encoding->currentIndex());
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QCOMPARE(dialog->work().codes().good.at(0).code, QByteArray("ÄíÆù-1"));
}

void TestCouponsImport::damagedCodesAreShownAndNotOffered()
{
    CsvWorld world;
    auto *dialog =
        world.importText("code\nA-1\n1.23457E+11\n1-Mar\n#NAME?\n=\"00123\"\n12345678901234500000\n");
    QTRY_COMPARE(said(dialog),
                 QString("2 of 6 codes can be added, 4 cannot: A spreadsheet damaged 4 of them: "
                         "take these from their source again."));
    QCOMPARE(refusedIn(dialog),
             (QStringList{"3: Damaged: a spreadsheet shortened the number, and its digits are lost",
                          "4: Damaged: a spreadsheet made a date of it",
                          "5: Damaged: a spreadsheet's error message stands in its place",
                          "7: Damaged: a spreadsheet kept 15 digits and made zeros of the rest"}));
    press(*dialog, "importAction");
    QTRY_COMPARE(world.port.adds.times(), 1);
    QCOMPARE(std::get<0>(world.port.adds.asked[0]), (QList<QByteArray>{"A-1", "00123"}));
}

void TestCouponsImport::brokenFilesAreToldWithTheirLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no encoding") << QByteArray("A1\nA\xFF\n") << "Line 2 cannot be read in this encoding";
    QTest::newRow("a workbook") << QByteArray("PK\3\4\0\0\0\0\0", 9) << "This is not a text file";
    QTest::newRow("quote") << QByteArray("A1\nA2\nb\"b\n") << "Line 3 has a quotation mark";
    QTest::newRow("open") << QByteArray("A1\n\"A2\nA3\n") << "The quotes in line 2 are opened";
    QTest::newRow("long") << QByteArray("A1\n" + QByteArray(200'000, 'x')) << "A cell in line 2 is longer";
    QTest::newRow("wide") << QByteArray("A1\n" + QByteArray(2000, ','))
                          << "Line 2 has more than 1,000 columns";
    QTest::newRow("many") << QByteArray("A\n").repeated(1'000'001) << "more than 1,000,000 rows";
    QTest::newRow("empty") << QByteArray() << "There are no codes in the file.";
    QTest::newRow("only a header") << QByteArray("code\n\n") << "There are no codes in the file.";
}

void TestCouponsImport::brokenFilesAreToldWithTheirLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    CsvWorld world;
    auto *dialog = world.importText(text);
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Broken);
    QVERIFY2(said(dialog).contains(sentence), qPrintable(said(dialog)));
    QVERIFY(said(dialog).endsWith("Nothing was added."));
    QVERIFY(!part<QPushButton>(*dialog, "importAction")->isVisible());
    QCOMPARE(world.port.adds.times(), 0);
    auto *missing = world.import(world.dir.filePath("none.csv"));
    Q_UNUSED(missing)
}

void TestCouponsImport::aMillionRowsAreReadWithoutStalling()
{
    CsvWorld world;
    const QString path = world.write(manyCodes(1'000'000));
    QTimer heart;
    QElapsedTimer since;
    qint64 largestGap = 0;
    connect(&heart, &QTimer::timeout, this, [&] { largestGap = std::max(largestGap, since.restart()); });
    since.start();
    heart.start(10);
    auto *dialog = world.import(path);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->work().stage(), ImportWork::Stage::Ready, 60'000);
    QCOMPARE(dialog->work().codes().good.size(), 1'000'000);
    press(*dialog, "importAction");
    QTRY_COMPARE_WITH_TIMEOUT(dialog->work().stage(), ImportWork::Stage::Done, 60'000);
    QCOMPARE(dialog->work().added(), 1'000'000);
    QCOMPARE(world.port.adds.times(), 200);
    qInfo("the largest gap between two heartbeats of 10 ms: %lld ms", largestGap);
}

void TestCouponsImport::aFileThatIsTooLargeIsNotRead()
{
    CsvWorld world;
    QFile file(world.dir.filePath("large.csv"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(largestCsv + 1)); // sparse
    file.close();
    auto *dialog = world.import(file.fileName());
    QTRY_VERIFY(said(dialog).contains("larger than 100 MB"));
}

/// Whoever closes the window meanwhile reads what would be cut off.
void TestCouponsImport::addingIsUnderWay()
{
    CsvWorld world;
    auto *dialog = world.importText("A1\nA2\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QVERIFY(world.underWay.isEmpty());
    world.port.adds.hold = true;
    press(*dialog, "importAction");
    QCOMPARE(world.underWay.sentences().size(), 1);
    QVERIFY2(world.underWay.sentences().first().startsWith("Coupons are being added from"),
             qPrintable(world.underWay.sentences().first()));
    world.port.adds.release();
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Done);
    QVERIFY(world.underWay.isEmpty());
}

void TestCouponsImport::slicesAreAddedWithoutThoseThatExist()
{
    CsvWorld world;
    auto *dialog = world.importText(manyCodes(12'000, 1000));
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    press(*dialog, "importAction");
    QTRY_COMPARE(said(dialog),
                 QString("11,988 coupons were added. They wait to be pushed. 12 were refused:"));
    QCOMPARE(world.port.adds.times(), 6); // three slices, each once again
    QCOMPARE(std::get<0>(world.port.adds.asked[0]).size(), ImportWork::sliceSize);
    QCOMPARE(refusedIn(dialog).first(), QString("1,001: There is a coupon with this code already"));
    QCOMPARE(refusedIn(dialog).size(), 12);
}

void TestCouponsImport::refusedCodesAreSaved()
{
    CsvWorld world;
    auto *dialog = world.importText("A1\nb b\nTAKEN-1\n=A1\nA1\n");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    press(*dialog, "importAction");
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Done);
    press(*dialog, "importSaveRefused");
    QCOMPARE(world.asker.suggestions.back(), QString("codes-refused.csv"));
    const QString path = world.dir.filePath("refused.csv");
    world.asker.choose(path);
    QTRY_VERIFY(said(dialog).contains("were written to refused.csv"));
    QCOMPARE(contents(path),
             QByteArray("\xEF\xBB\xBFline,code,reason\r\n2,\"b b\",\"White space or invisible characters in "
                        "it\"\r\n3,TAKEN-1,\"There is a coupon with this code already\"\r\n5,A1,\"Stands in "
                        "line 1 already\"\r\n"));
    press(*dialog, "importSaveRefused");
    world.asker.choose(world.dir.filePath("no/such/folder.csv"));
    QTRY_VERIFY(said(dialog).contains("could not be written"));
}

void TestCouponsImport::addingIsStoppedBetweenSlices()
{
    CsvWorld world;
    auto *dialog = world.importText(manyCodes(12'000));
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    world.port.adds.hold = true;
    press(*dialog, "importAction");
    QCOMPARE(world.port.adds.times(), 1);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QVERIFY(said(dialog).startsWith("Stopping"));
    world.port.adds.release();
    QTRY_COMPARE(said(dialog), QString("Stopped: 5,000 were added, 0 into the stock; 7,000 were not added."));
    QCOMPARE(world.port.adds.times(), 1);
    QCOMPARE(dialog->work().refused().size(), 7000); // they can be saved and brought again
}

void TestCouponsImport::aDatabaseThatGoesEndsTheAdding()
{
    CsvWorld world;
    world.port.adds.answer = [&world](const QList<QByteArray> &codes, bool push) -> Result<Added> {
        return world.port.adds.times() > 1 ? Result<Added>(failure(Trouble::Unavailable, "away"))
                                           : world.add(codes, push);
    };
    auto *dialog = world.importText(manyCodes(12'000));
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    press(*dialog, "importAction");
    QTRY_VERIFY2(said(dialog).startsWith(
                     "5,000 were added, 0 into the stock; 7,000 were not added. Redis or the database"),
                 qPrintable(said(dialog)));
    QCOMPARE(world.port.adds.times(), 2);
    QVERIFY(part<QPushButton>(*dialog, "importSaveRefused")->isVisible());
}

void TestCouponsImport::theDialogMayGoWhileItReads()
{
    CsvWorld world;
    const QString path = world.write(manyCodes(200'000));
    delete world.import(path);
    auto *dialog = world.import(path);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->work().stage(), ImportWork::Stage::Ready, 30'000);
    world.port.adds.hold = true;
    press(*dialog, "importAction");
    delete dialog;
    world.port.adds.release();
    QCOMPARE(world.port.adds.times(), 1);
}

void TestCouponsImport::markupIsShownAsText()
{
    CsvWorld world;
    auto *dialog = world.import(world.write("<b>x</b>\n<i> </i>\n", "<b>bold<b>.csv"));
    QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Ready);
    QCOMPARE(textOf(*dialog, "importTitle"), QString("<b>bold<b>.csv"));
    for (const auto *label : dialog->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    part<QAbstractButton>(*dialog, "importNotable")->setChecked(true);
    const auto *model = part<QTableView>(*dialog, "importCodes")->model();
    QCOMPARE(model->index(0, 1).data().toString(), QString("<i>␣</i>"));
}

void TestCouponsImport::pictures_data()
{
    pictureRows({"import-preview", "import-broken", "import-done"});
}

void TestCouponsImport::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    CsvWorld world(12'345);
    const QByteArray broken = state == "import-broken" ? "a\"b\n" : "";
    auto *dialog = world.importText(
        "이름,쿠폰번호\n홍길동,GS25-1\n김영희,GS25-2\n이철수,가을 쿠폰\n박민수,GS25-1\n최,TAKEN-5\n"
        "정,1.23457E+11\n강,1-Mar\n" +
        broken);
    QTRY_VERIFY(dialog->work().stage() != ImportWork::Stage::Reading);
    if (state == "import-done") {
        press(*dialog, "importAction");
        QTRY_COMPARE(dialog->work().stage(), ImportWork::Stage::Done);
    }
    QTRY_COMPARE(cutOff(*dialog), QString());
    QVERIFY(savePicture(*dialog));
}

QTEST_MAIN(TestCouponsImport)
#include "tst_coupons_import.moc"
