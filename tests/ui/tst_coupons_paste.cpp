// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pasted codes before they are added: where they part, what is unusual about them, which exist already.

#include "tests/ui/coupons_world.h"

#include <QClipboard>
#include <QMimeData>

using namespace seonchak;

namespace {

QStringList judgedIn(const AddDialog *dialog)
{
    const auto *model = part<QTableView>(*dialog, "addCodesJudged")->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data().toString() + ": " + model->index(row, 2).data().toString();
    return rows;
}

QString said(const AddDialog *dialog)
{
    return textOf(*dialog, "addLine");
}

void paste(const AddDialog *dialog, const QString &text)
{
    QApplication::clipboard()->setText(text);
    part<QPlainTextEdit>(*dialog, "addCodes")->paste();
}

/// A book that has the codes which begin with TAKEN.
Result<QList<QByteArray>> taken(const QList<QByteArray> &codes)
{
    QList<QByteArray> found = codes;
    found.removeIf([](const QByteArray &code) { return !code.startsWith("TAKEN"); });
    return found;
}

} // namespace

class TestCouponsPaste : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterOnCancelAddsNothing();
    void separatorsPartCodesUnlessSomebodySaysNo();
    void unusualCodesAreShownAndStillAdded();
    void codesThatExistAreFoundBeforeAnythingIsPromised();
    void addingWaitsForTheAnswer();
    void cancelWhileLookingAddsNothing();
    void whatCannotBeLookedUpIsSaid();
    void manyCodesAreLookedUpInSlices();
    void nothingGoesToTheStockUnlessAsked();
    void tenMegabytesAreNotPasted();
    void droppedFilesAreNoText();
    void pictures_data();
    void pictures();
};

void TestCouponsPaste::separatorsPartCodesUnlessSomebodySaysNo()
{
    CouponsWorld world(10);
    auto *dialog = openAdd(world, "PASTE-0006,PASTE-0007\nA1\tA2; A3,\n");
    auto *split = part<QAbstractButton>(*dialog, "addSplit");
    QVERIFY(split->isVisible() && split->isChecked());
    QTRY_COMPARE(said(dialog), QString("All 5 can be added."));
    split->click();
    QTRY_COMPARE(said(dialog),
                 QString("1 can be added, 1 cannot: Unusual among them: 1. Look at these first."));
    QCOMPARE(judgedIn(dialog),
             (QStringList{"1: Unusual: it has a comma, a semicolon or a bar. Are these several codes?",
                          "2: White space or invisible characters in it"}));
    part<QPlainTextEdit>(*dialog, "addCodes")->setPlainText("A1\nA2");
    QVERIFY(!split->isVisible());
}

void TestCouponsPaste::unusualCodesAreShownAndStillAdded()
{
    CouponsWorld world(10);
    world.port.adds.answer = [](const QList<QByteArray> &codes, bool) {
        Added added;
        added.coupons.resize(codes.size());
        return added;
    };
    auto *dialog = openAdd(world, "A1\n=1+1\n한글코드\n\"A2\"\n");
    QTRY_COMPARE(said(dialog), QString("All 4 can be added. Unusual among them: 3. Look at these first."));
    QCOMPARE(judgedIn(dialog),
             (QStringList{"2: Unusual: it begins like a formula", "3: Unusual: it has letters other than A–Z",
                          "4: Unusual: it has quotation marks"}));
    press(*dialog, "addAction");
    QTRY_COMPARE(world.port.adds.times(), 1);
    QCOMPARE(std::get<0>(world.port.adds.asked[0]), (QList<QByteArray>{"A1", "=1+1", "한글코드", "\"A2\""}));
}

void TestCouponsPaste::codesThatExistAreFoundBeforeAnythingIsPromised()
{
    CouponsWorld world(10);
    world.port.lookups.hold = true;
    world.port.lookups.answer = taken;
    auto *dialog = openAdd(world, "A1\nTAKEN-1\nA2\n");
    QCOMPARE(said(dialog), QString("Looking up which codes exist already…"));
    QCOMPARE(part<QPushButton>(*dialog, "addAction")->text(), QString("Add"));
    QTRY_COMPARE(world.port.lookups.times(), 1);
    world.port.lookups.release();
    QTRY_COMPARE(said(dialog), QString("2 can be added, 1 cannot:"));
    QCOMPARE(judgedIn(dialog), QStringList{"2: There is a coupon with this code already"});
    QCOMPARE(part<QPushButton>(*dialog, "addAction")->text(), QString("Add 2"));
    QCOMPARE(world.port.adds.times(), 0); // an add that is refused stands in the audit trail
    QCOMPARE(world.port.recorded.times(), 0);
}

void TestCouponsPaste::addingWaitsForTheAnswer()
{
    CouponsWorld world(10);
    world.port.lookups.answer = taken;
    world.port.adds.hold = true;
    auto *dialog = openAdd(world, "A1\nTAKEN-1\n");
    press(*dialog, "addAction");
    QTRY_COMPARE(said(dialog),
                 QString("Nothing was added yet: 1 of them exist already. 1 can be added without them."));
    QCOMPARE(world.port.adds.times(), 0);
    press(*dialog, "addAction");
    QTRY_COMPARE(world.port.adds.times(), 1);
    QCOMPARE(std::get<0>(world.port.adds.asked[0]), QList<QByteArray>{"A1"});
    world.port.adds.release();
}

void TestCouponsPaste::cancelWhileLookingAddsNothing()
{
    CouponsWorld world(10);
    world.port.lookups.hold = true;
    const QPointer<AddDialog> dialog = openAdd(world, "A1\n");
    press(*dialog, "addAction");
    QTRY_COMPARE(world.port.lookups.times(), 1);
    press(*dialog, "addCancel");
    world.port.lookups.release();
    QTRY_VERIFY(!dialog);
    QCOMPARE(world.port.adds.times(), 0);
}

void TestCouponsPaste::whatCannotBeLookedUpIsSaid()
{
    CouponsWorld world(10);
    world.port.lookups.answer = [](const QList<QByteArray> &) {
        return failure(Trouble::Unavailable, "away");
    };
    auto *dialog = openAdd(world, "A1\n");
    QTRY_VERIFY2(said(dialog).startsWith("It can be added. Which of them exist already is not known. "),
                 qPrintable(said(dialog)));
    QVERIFY(part<QPushButton>(*dialog, "addAction")->isEnabled());
}

void TestCouponsPaste::manyCodesAreLookedUpInSlices()
{
    CouponsWorld world(10);
    QString text;
    for (int i = 0; i < 12'000; ++i)
        text += QString("A%1\n").arg(i);
    text.chop(1);
    auto *dialog = openAdd(world, text);
    QTRY_COMPARE(said(dialog), QString("All 12,000 can be added."));
    QCOMPARE(world.port.lookups.times(), 3);
    for (const auto &asked : world.port.lookups.asked)
        QVERIFY(std::get<0>(asked).size() <= AddDialog::sliceSize);
    part<QPlainTextEdit>(*dialog, "addCodes")->appendPlainText("B1"); // only what is new is asked about
    QTRY_COMPARE(said(dialog), QString("All 12,001 can be added."));
    QCOMPARE(std::get<0>(world.port.lookups.asked.back()), QList<QByteArray>{"B1"});
}

void TestCouponsPaste::nothingGoesToTheStockUnlessAsked()
{
    for (const bool live : {false, true}) {
        CouponsWorld world(10);
        world.port.sign.live = live;
        auto *dialog = openAdd(world, "A1");
        QVERIFY(!part<QAbstractButton>(*dialog, "addPush")->isChecked());
        press(*dialog, "addAction");
        QTRY_COMPARE(world.port.adds.times(), 1);
        QVERIFY(!std::get<1>(world.port.adds.asked[0]));
    }
}

void TestCouponsPaste::tenMegabytesAreNotPasted()
{
    CouponsWorld world(10);
    auto *dialog = openAdd(world, "A1");
    paste(dialog, QString("0123456789\n").repeated(1'000'000));
    QVERIFY(textOf(*dialog, "addCodesHint").startsWith("That is more than a megabyte: nothing was pasted."));
    QCOMPARE(part<QPlainTextEdit>(*dialog, "addCodes")->toPlainText(), QString("A1"));
    part<QPlainTextEdit>(*dialog, "addCodes")->moveCursor(QTextCursor::End);
    paste(dialog, "\r\nA2\r\n");
    QTRY_COMPARE(said(dialog), QString("All 2 can be added."));
    QVERIFY(textOf(*dialog, "addCodesHint").startsWith("One line adds one coupon."));
}

void TestCouponsPaste::droppedFilesAreNoText()
{
    CouponsWorld world(10);
    auto *dialog = openAdd(world, "A1");
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile("/tmp/codes.csv")});
    files.setText("/tmp/codes.csv");
    auto *field = part<QPlainTextEdit>(*dialog, "addCodes");
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(field->viewport(), &enter);
    QVERIFY(!enter.isAccepted());
    QCOMPARE(field->toPlainText(), QString("A1"));
}

void TestCouponsPaste::pictures_data()
{
    pictureRows({"coupons-paste"});
}

void TestCouponsPaste::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const PictureLook look(language, dark);
    CouponsWorld world(100);
    world.port.lookups.answer = taken;
    auto *dialog = openAdd(world, "GS25-7KQ2-M9XA,GS25-7KQ2-M9XB\n=1+1\n한글코드\nTAKEN-1\n");
    QTRY_COMPARE(part<QTableView>(*dialog, "addCodesJudged")->model()->rowCount(), 3);
    QTRY_COMPARE(cutOff(*dialog), QString());
    QVERIFY(savePicture(*dialog));
}

void TestCouponsPaste::enterOnCancelAddsNothing()
{
    CouponsWorld world(20);
    const QPointer<AddDialog> dialog = openAdd(world, "A1\n");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    dialog->findChild<QPushButton *>("addCancel")->setFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(world.port.adds.times(), 0);
}

QTEST_MAIN(TestCouponsPaste)
#include "tst_coupons_paste.moc"
