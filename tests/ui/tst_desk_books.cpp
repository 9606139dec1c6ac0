// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Closing the books from the window.

#include "core/dossier/trouble.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/desk/books_dialog.h"
#include "ui/port/books_port.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>

using namespace seonchak;
using theme::Tone;

namespace {

class FakeBooks final : public BooksPort
{
public:
    QCoro::Task<Result<Closed>> close(QString folder, bool pseudonyms, Told told) override
    {
        hear = std::move(told);
        return closes.call(folder, pseudonyms);
    }
    void stop() override { ++stops; }

    FakeCall<Closed, QString, bool> closes;
    Told hear;
    int stops = 0;
};

struct BooksDesk : Desk
{
    explicit BooksDesk(const QString &language = QStringLiteral("en"))
        : Desk(language, {"Autumn", true})
    {
        window.reset();
        clock.wall = 1'795'000'000'000;
        port.recorded.answer = [](const QString &, const QString &, const QString &) {
            return Result<void>{};
        };
        books.closes.answer = [](const QString &, bool) {
            return Result<BooksPort::Closed>({1000, 600, true, {}});
        };
        DeskParts with = parts();
        with.books = &books;
        window = std::make_unique<DeskWindow>(with);
        window->show();
        choose("actCloseBooks");
    }
    ~BooksDesk() { window.reset(); }
    [[nodiscard]] BooksDialog *dialog() const { return window->findChild<BooksDialog *>(); }
    [[nodiscard]] QString line() const { return text("booksLine"); }
    void closeBooks() { click("booksAction"); }

    FakeBooks books;
};

} // namespace

class TestDeskBooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itWritesAndSaysWhatTheJudgeSays();
    void itSaysHowFarItIs();
    void whatTheJudgeFindsIsRed();
    void aFolderThatIsNotEmptyIsSaid();
    void stoppingLeavesNothing();
    void leavingWaitsForTheEnd();
    void anotherWindowHasNoSuchAct();
    void pictures();
};

void TestDeskBooks::itWritesAndSaysWhatTheJudgeSays()
{
    BooksDesk desk;
    QVERIFY(desk.find<QLineEdit>("booksFolder")->text().contains("dossier-Autumn-"));
    QVERIFY(!desk.button("booksOpen")->isVisible());
    desk.find<QLineEdit>("booksFolder")->setText("dossier");
    QVERIFY(!desk.button("booksAction")->isEnabled()); // no whole path
    desk.click("booksChoose");
    desk.asker.choose(QStringLiteral("/home/lee/autumn"));
    QCOMPARE(desk.find<QLineEdit>("booksFolder")->text(), "/home/lee/autumn");
    desk.find<QCheckBox>("booksPseudonyms")->setChecked(true);
    desk.closeBooks();
    QTRY_COMPARE(desk.tone("booksLine"), Tone::Good);
    QVERIFY2(desk.line().startsWith("1,000 coupons, 600 of them issued. The check agrees"),
             qPrintable(desk.line()));
    QVERIFY(desk.button("booksOpen")->isVisible());
    QCOMPARE(desk.books.closes.asked[0], (std::tuple(QStringLiteral("/home/lee/autumn"), true)));
    QCOMPARE(desk.port.recorded.asked[0],
             (std::tuple(QStringLiteral("close-books"), QStringLiteral("dossier to autumn"),
                         QStringLiteral("done: 1000 coupons, 600 issued"))));
}

void TestDeskBooks::itSaysHowFarItIs()
{
    BooksDesk desk;
    desk.books.closes.hold = true;
    desk.closeBooks();
    desk.books.hear(250'000, 1'000'000);
    QCOMPARE(desk.line(), "Writing: 25 %");
    QVERIFY(!desk.find<QLineEdit>("booksFolder")->isEnabled());
    desk.books.hear(0, 0);
    QVERIFY(desk.line().startsWith("Written. Now it is being checked"));
    desk.choose("actCloseBooks"); // shows the same
    QCOMPARE(desk.window->findChildren<BooksDialog *>().size(), 1);
    desk.books.closes.release();
    QTRY_COMPARE(desk.tone("booksLine"), Tone::Good);
    desk.books.hear(1, 2); // A late word changes nothing.
    QCOMPARE(desk.tone("booksLine"), Tone::Good);
}

void TestDeskBooks::whatTheJudgeFindsIsRed()
{
    BooksDesk desk;
    desk.books.closes.answer = [](const QString &, bool) {
        return Result<BooksPort::Closed>({1000, 600, true, {"coupons.csv is not as it was written"}});
    };
    desk.closeBooks();
    QTRY_COMPARE(desk.tone("booksLine"), Tone::Bad);
    QVERIFY(desk.line().contains("coupons.csv is not as it was written"));
    QVERIFY(desk.button("booksOpen")->isVisible());
    QCOMPARE(std::get<2>(desk.port.recorded.asked[0]),
             "failed: 1000 coupons, 600 issued; the judge found faults");
}

void TestDeskBooks::aFolderThatIsNotEmptyIsSaid()
{
    BooksDesk desk;
    desk.books.closes.answer = [](const QString &, bool) {
        return Result<BooksPort::Closed>(failure(
            Trouble::BadInput, QStringLiteral("/x exists and is not empty"), {dossier::folderNotEmpty}));
    };
    desk.closeBooks();
    QTRY_COMPARE(desk.tone("booksLine"), Tone::Bad);
    QVERIFY(desk.line().endsWith("exists and is not empty: name a new or an empty folder."));
    QVERIFY(desk.find<QLabel>("booksLine")->toolTip().contains("/x exists and is not empty"));
    QVERIFY(!desk.button("booksOpen")->isVisible());
    QVERIFY(desk.button("booksAction")->isEnabled());
}

void TestDeskBooks::stoppingLeavesNothing()
{
    BooksDesk desk;
    desk.books.closes.hold = true;
    desk.books.closes.answer = [](const QString &, bool) {
        return Result<BooksPort::Closed>(failure(Trouble::Conflict, QStringLiteral("stopped")));
    };
    desk.closeBooks();
    desk.closeBooks(); // It says Stop now.
    QCOMPARE(desk.books.stops, 1);
    desk.books.closes.release();
    QTRY_COMPARE(desk.line(), "Stopped. Nothing was left behind.");
    QVERIFY(!desk.button("booksOpen")->isVisible());
}

void TestDeskBooks::leavingWaitsForTheEnd()
{
    BooksDesk desk;
    desk.books.closes.hold = true;
    desk.closeBooks();
    desk.click("booksLeave");
    QVERIFY(desk.dialog()->isVisible());
    QCOMPARE(desk.books.stops, 1);
    desk.books.closes.release();
    QTRY_VERIFY(!desk.dialog());
}

void TestDeskBooks::anotherWindowHasNoSuchAct()
{
    Desk desk;
    QVERIFY(!desk.find<QAction>("actCloseBooks")->isVisible());
    desk.choose("actCloseBooks");
    QVERIFY(!desk.window->findChild<BooksDialog *>());
}

void TestDeskBooks::pictures()
{
    const QDir folder(qEnvironmentVariable("SEONCHAK_PICTURES_DIR"));
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        BooksDesk desk(language);
        desk.find<QLineEdit>("booksFolder")->setText("/home/lee/dossier-autumn-20261128");
        desk.closeBooks();
        QTRY_COMPARE(desk.tone("booksLine"), Tone::Good);
        QCOMPARE(cutOffAnywhere(*desk.dialog()), QString());
        if (folder.exists())
            QVERIFY(desk.dialog()->grab().save(
                folder.filePath(QStringLiteral("desk-books-%1-light.png").arg(language))));
    }
}

QTEST_MAIN(TestDeskBooks)
#include "tst_desk_books.moc"
