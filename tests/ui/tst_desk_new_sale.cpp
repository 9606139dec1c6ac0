// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starting a new sale from the window, and the way to old books.

#include "core/database/engine/still_trouble.h"
#include "core/dossier/trouble.h"
#include "core/newsale/turn_trouble.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/desk/books_dialog.h"
#include "ui/desk/books_words.h"
#include "ui/desk/new_sale_dialog.h"
#include "ui/desk/new_sale_words.h"
#include "ui/desk/old_book_dialog.h"
#include "ui/port/books_port.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace seonchak;
using theme::Tone;

namespace {

class FakeShelf final : public BooksPort
{
public:
    QCoro::Task<Result<Closed>> close(QString, bool, Told) override { co_return Closed(); }
    void stop() override {}
    [[nodiscard]] bool hasNewSale() const override { return true; }
    QCoro::Task<Result<void>> mayKeepAs(QString name) override { return names.call(name); }
    QCoro::Task<Result<QStringList>> kept() override { return shelves.call(); }

    FakeCall<void, QString> names;
    FakeCall<QStringList> shelves;
};

struct NewSaleDesk : Desk
{
    explicit NewSaleDesk(const SaleSign &sale = {QStringLiteral("Autumn"), false},
                         const QString &language = QStringLiteral("en"))
        : Desk(language, sale)
    {
        window.reset();
        clock.wall = 1'795'000'000'000;
        port.now = FakePort::busyStatus();
        port.now.stock = {1000, 100, 290, 0, 0, 600, 10, 0};
        port.now.stockKnown = port.now.stockEverKnown = port.now.issuing = true;
        books.names.answer = [](const QString &) { return Result<void>{}; };
        books.shelves.answer = [] { return Result<QStringList>({"autumn-2025", "spring-2026"}); };
        DeskParts with = parts();
        with.books = &books;
        with.openBook = [this](const QString &book) { opened << book; };
        window = std::make_unique<DeskWindow>(with);
        window->show();
    }
    ~NewSaleDesk() { window.reset(); }
    bool openDialog()
    {
        const bool answered = QTest::qWaitFor([this] { return port.statusCalls > 1; }, 30'000);
        choose("actNewSale");
        return answered && dialog() &&
               QTest::qWaitFor([this] { return !text("newSaleNumbers").isEmpty(); }, 30'000);
    }
    void answer(qint64 doubts, qint64 reserved)
    {
        port.now.stock.inDoubt = doubts;
        port.now.stock.reserved = reserved;
    }
    [[nodiscard]] NewSaleDialog *dialog() const { return window->findChild<NewSaleDialog *>(); }
    [[nodiscard]] QString line() const { return text("newSaleLine"); }

    FakeShelf books;
    QStringList opened;
};

} // namespace

class TestDeskNewSale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itSaysWhatEndsAndAgrees();
    void liveAsksForTheNameOfTheSale();
    void aDoubtKeepsItBack();
    void webhooksThatWaitAreCounted();
    void aTakenNameIsSaid();
    void theBooksMayBeClosedFirst();
    void anAttachedWindowSaysWhyNot();
    void oldBooksAreOffered();
    void aFailureSaysThatNothingIsLost();
    void reasonsAreInTheReadersLanguage_data();
    void reasonsAreInTheReadersLanguage();
    void whatHasNoWordsIsStillASentence();
    void pictures();
};

void TestDeskNewSale::itSaysWhatEndsAndAgrees()
{
    NewSaleDesk desk;
    QVERIFY(desk.openDialog());
    QCOMPARE(desk.text("newSaleNumbers"), "1,000 coupons: 600 issued, 390 left, 10 void.");
    QVERIFY2(desk.find<QLineEdit>("newSaleName")->text().startsWith("Autumn-2026-11-"),
             qPrintable(desk.find<QLineEdit>("newSaleName")->text()));
    desk.find<QLineEdit>("newSaleName")->clear();
    QVERIFY(!desk.button("newSaleAction")->isEnabled());
    desk.find<QLineEdit>("newSaleName")->setText(" autumn ");
    QSignalSpy ends(desk.window.get(), &DeskWindow::closeAsked);
    desk.click("newSaleAction");
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(desk.books.names.asked[0], std::tuple(QStringLiteral("autumn")));
    QCOMPARE(desk.window->newSale(), "autumn");
    QVERIFY(!desk.window->isToRestart());
    QVERIFY(!desk.find<QAction>("actNewSale")->isEnabled());
}

void TestDeskNewSale::liveAsksForTheNameOfTheSale()
{
    NewSaleDesk desk({QStringLiteral("Autumn"), true});
    QVERIFY(desk.openDialog());
    QSignalSpy ends(desk.window.get(), &DeskWindow::closeAsked);
    desk.click("newSaleAction");
    QTRY_COMPARE(int(desk.asker.questions.size()), 1);
    QCOMPARE(desk.asker.questions.back().typed, "Autumn");
    QVERIFY(desk.asker.questions.back().consequence.contains("600 issued"));
    desk.asker.answer(false);
    QCOMPARE(ends.size(), 0);
    QVERIFY(desk.window->newSale().isEmpty());
    desk.click("newSaleAction");
    QTRY_COMPARE(int(desk.asker.questions.size()), 2);
    desk.asker.answer(true);
    QCOMPARE(ends.size(), 1);
}

void TestDeskNewSale::aDoubtKeepsItBack()
{
    NewSaleDesk desk;
    QVERIFY(desk.openDialog());
    desk.answer(2, 0);
    QTRY_VERIFY(desk.line().startsWith("In doubt: 2."));
    QVERIFY(!desk.button("newSaleAction")->isEnabled());
    desk.answer(0, 1);
    QTRY_VERIFY(desk.line().startsWith("Reserved just now: 1."));
    desk.answer(0, 0);
    QTRY_COMPARE(desk.line(), QString());
    QVERIFY(desk.button("newSaleAction")->isEnabled());
}

void TestDeskNewSale::webhooksThatWaitAreCounted()
{
    NewSaleDesk desk;
    desk.port.hookLists.answer = [](const HookFilter &) {
        HookPage page;
        page.receivers = {{QStringLiteral("https://a"), {}, 0, 0, 2},
                          {QStringLiteral("https://b"), {}, 0, 0, 1}};
        return Result<HookPage>(page);
    };
    QVERIFY(desk.openDialog());
    QTRY_COMPARE(desk.text("newSaleNumbers"), "1,000 coupons: 600 issued, 390 left, 10 void. "
                                              "Webhooks that wait, and will not be sent: 3.");
}

void TestDeskNewSale::aTakenNameIsSaid()
{
    NewSaleDesk desk;
    QVERIFY(desk.openDialog());
    desk.books.names.answer = [](const QString &) {
        return Result<void>(failure(Trouble::Conflict, QStringLiteral("taken"), {newsale::nameTaken}));
    };
    desk.click("newSaleAction");
    QTRY_COMPARE(desk.line(), "There is an old book of that name already. Choose another.");
    QVERIFY(desk.window->newSale().isEmpty());
    desk.find<QLineEdit>("newSaleName")->setText("another");
    QCOMPARE(desk.line(), QString());
    desk.books.names.answer = [](const QString &) {
        return Result<void>(failure(Trouble::BadInput, QStringLiteral("bad"), {newsale::badName}));
    };
    desk.click("newSaleAction");
    QTRY_VERIFY(desk.line().startsWith("That is no name for a book"));
}

void TestDeskNewSale::theBooksMayBeClosedFirst()
{
    NewSaleDesk desk;
    QVERIFY(desk.openDialog());
    desk.click("newSaleBooks");
    QTRY_VERIFY(desk.window->findChild<BooksDialog *>());
    QTRY_VERIFY(!desk.dialog());
    QVERIFY(desk.window->newSale().isEmpty());
}

void TestDeskNewSale::anAttachedWindowSaysWhyNot()
{
    Desk desk;
    desk.window.reset();
    Attachment place;
    place.where = QStringLiteral("https://desk.example");
    place.connected = true;
    desk.port.attached = place;
    desk.window = std::make_unique<DeskWindow>(desk.parts());
    desk.window->show();
    const auto *act = desk.find<QAction>("actNewSale");
    QVERIFY(act->isVisible());
    QVERIFY(!act->isEnabled());
    QVERIFY2(act->toolTip().contains("attached to a server elsewhere"), qPrintable(act->toolTip()));
}

void TestDeskNewSale::oldBooksAreOffered()
{
    NewSaleDesk desk;
    desk.choose("actOldBook");
    auto *list = desk.find<QListWidget>("oldBookList");
    QTRY_COMPARE(list->count(), 2);
    QVERIFY(!desk.button("oldBookOpen")->isEnabled());
    list->setCurrentRow(1);
    desk.click("oldBookOpen");
    QCOMPARE(desk.opened, QStringList("spring-2026"));
    QTRY_VERIFY(!desk.window->findChild<OldBookDialog *>());
    desk.choose("actOldBook");
    desk.click("oldBookFile");
    desk.asker.choose(QStringLiteral("/archive/2024.sqlite"));
    QCOMPARE(desk.opened.last(), "/archive/2024.sqlite");
    QTRY_VERIFY(!desk.window->findChild<OldBookDialog *>());
    desk.books.shelves.answer = [] { return Result<QStringList>(QStringList()); };
    desk.choose("actOldBook");
    QTRY_VERIFY(desk.find<QLabel>("oldBookLine")->isVisible());
}

void TestDeskNewSale::aFailureSaysThatNothingIsLost()
{
    const Desk english;
    const auto told = NewSaleWords::failed({Trouble::Conflict, QStringLiteral("the disk is full"), {}});
    QVERIFY(told.consequence.startsWith("Nothing is lost"));
    QVERIFY(told.consequence.contains("the disk is full"));
}

/// Whatever may stand against a new sale, or against the dossier, has words of the reader's.
void TestDeskNewSale::reasonsAreInTheReadersLanguage_data()
{
    QTest::addColumn<bool>("ofTheDossier");
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {newsale::nameTaken, newsale::badName, newsale::noSale, newsale::doubtsOpen,
                             newsale::reservationsOpen, newsale::voidingOpen, newsale::anotherServer,
                             newsale::redisAway, newsale::redisOfAnother, newsale::redisForeign,
                             newsale::fileTrouble, newsale::newerBook, newsale::dataDirInUse})
        QTest::addRow("new sale: %s", kind) << false << QByteArray(kind);
    for (const char *kind :
         {dossier::noDatabase, dossier::folderIsFile, dossier::folderNotEmpty, dossier::cannotMakeFolder,
          dossier::cannotWrite, dossier::diskFull, dossier::folderGone, dossier::keyIsThere, dossier::another,
          stillbook::newer, stillbook::noBook, stillbook::noRoom, stillbook::inUse})
        QTest::addRow("dossier: %s", kind) << true << QByteArray(kind);
}

void TestDeskNewSale::reasonsAreInTheReadersLanguage()
{
    QFETCH(bool, ofTheDossier);
    QFETCH(QByteArray, kind);
    const auto told = [&](const QString &language) {
        const Desk desk(language);
        const Error error{Trouble::Conflict, QStringLiteral("some words of a library"), {kind}};
        return ofTheDossier ? BooksWords::reason(error, QStringLiteral("/x")) : NewSaleWords::reason(error);
    };
    const QString english = told(QStringLiteral("en"));
    const QString korean = told(QStringLiteral("ko"));
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    QVERIFY2(!english.contains("library"), qPrintable(english));
    QVERIFY2(korean.contains(hangul) && korean != english, qPrintable(korean));
    QVERIFY2(!korean.contains("library") && !korean.contains("%1"), qPrintable(korean));
}

void TestDeskNewSale::whatHasNoWordsIsStillASentence()
{
    const Desk korean(QStringLiteral("ko"));
    const Error error{Trouble::Internal, QStringLiteral("flux"), {}};
    QCOMPARE(NewSaleWords::reason(error), "예상하지 못한 일이 생겼습니다(flux).");
}

void TestDeskNewSale::pictures()
{
    const QDir folder(qEnvironmentVariable("SEONCHAK_PICTURES_DIR"));
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        NewSaleDesk desk({QStringLiteral("Autumn"), false}, language);
        const auto save = [&](QWidget &dialog, const char *name) {
            QCOMPARE(cutOffAnywhere(dialog), QString());
            if (folder.exists())
                QVERIFY(dialog.grab().save(folder.filePath(
                    QStringLiteral("desk-%1-%2-light.png").arg(QLatin1String(name), language))));
        };
        QVERIFY(desk.openDialog());
        save(*desk.dialog(), "new-sale");
        desk.answer(2, 0);
        QTRY_VERIFY(!desk.button("newSaleAction")->isEnabled());
        save(*desk.dialog(), "new-sale-doubt");
        desk.dialog()->reject();
        desk.choose("actOldBook");
        QTRY_COMPARE(desk.find<QListWidget>("oldBookList")->count(), 2);
        save(*desk.window->findChild<OldBookDialog *>(), "old-books");
    }
}

QTEST_MAIN(TestDeskNewSale)
#include "tst_desk_new_sale.moc"
