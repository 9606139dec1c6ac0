// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A coupon's life, told from its code.

#include "tests/ui/long_life.h"
#include "tests/ui/page_world.h"
#include "ui/parts/pill.h"
#include "ui/parts/state_panel.h"
#include "ui/people/biography_page.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace seonchak;

namespace {

using What = LifeEvent::What;

CouponPage pageOf(const QList<QByteArray> &codes)
{
    CouponPage some;
    for (const QByteArray &code : codes) {
        Coupon coupon;
        coupon.code = code;
        some.items.append(coupon);
    }
    return some;
}

struct LifeWorld : PageWorld
{
    explicit LifeWorld(const Result<std::optional<Biography>> &found = longLife())
    {
        port.biographies.answer = [found](const QByteArray &) { return found; };
        port.lists.answer = [](const book::Filter &) { return CouponPage{}; };
        page.resize(1000, 620);
        page.show();
    }
    [[nodiscard]] StatePanel *state() const { return part<StatePanel>(page, "biographyState"); }
    [[nodiscard]] QListView *timeline() const { return part<QListView>(page, "biographyTimeline"); }
    [[nodiscard]] QString row(int number) const
    {
        return timeline()->model()->index(number, 0).data().toString();
    }
    BiographyPage page{context};
};

} // namespace

class TestBiographyPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("TZ", "Asia/Seoul"); }
    void aLifeIsToldFromTheBeginning();
    void aLifeBeginsWithNobody();
    void aFormerCodeFindsItsCoupon();
    void anUnknownCodeIsSaid();
    void anotherCodeTakesTheLifeAway();
    void anImpossibleCodeTakesTheLifeAway();
    void capitalsDoNotMatter();
    void severalThatAreAlikeAreNamed();
    void impossibleCodesAreNotAsked_data();
    void impossibleCodesAreNotAsked();
    void aLifeThatCannotBeReadSaysWhatToDo();
    void aLaterCodeOvertakesAnEarlierOne();
    void theUserOfACouponCanBeAskedAbout();
    void markupInALifeIsText();
    void pictures_data();
    void pictures();
};

void TestBiographyPage::aLifeIsToldFromTheBeginning()
{
    LifeWorld world;
    QTest::keyClicks(part<QLineEdit>(world.page, "biographyField"), "7KQ2-M9XA-TT4C");
    QTest::keyClick(part<QLineEdit>(world.page, "biographyField"), Qt::Key_Return);
    QTRY_COMPARE(world.timeline()->model()->rowCount(), 10);
    QCOMPARE(textOf(world.page, "biographyCode"), QString("7KQ2-M9XA-TT4C"));
    QCOMPARE(part<Pill>(world.page, "biographyStatus")->text(), QString("Issued"));
    QVERIFY(world.row(0).endsWith("Came into the book, by desk"));
    QVERIFY(world.row(1).contains("+1 min 5 s, Pushed into the stock"));
    QVERIFY(world.row(2).endsWith("Code changed, by REST 127.0.0.1 · it was called OLD-CODE before"));
    QVERIFY(world.row(4).contains("+12 ms, Refused by the store for user 42"));
    QVERIFY(world.row(5).endsWith("Back in the stock"));
    QVERIFY(world.row(6).contains("+2.134 s, Reserved for user 1483"));
    QVERIFY(world.row(8).endsWith("by settler · it said: no answer within 2000 ms"));
    QVERIFY(world.row(9).endsWith("Issued to user 1483, by operator@desk"));
    QVERIFY(world.row(4).contains(".012, "));
    QVERIFY(textOf(world.page, "biographyFacts").startsWith("No. 412 · created 2026-11-18 "));
}

void TestBiographyPage::aLifeBeginsWithNobody()
{
    Biography life;
    life.coupon.id = 1;
    life.coupon.code = "A";
    life.events = {{What::Generated, 0, {}, {}, {}}};
    LifeWorld world(life);
    QCOMPARE(world.state()->title(), QString("Whose life?"));
    world.page.show("A");
    QTRY_COMPARE(world.timeline()->model()->rowCount(), 1);
    QVERIFY(!part<QPushButton>(world.page, "biographyUser")->isVisible());
}

void TestBiographyPage::aFormerCodeFindsItsCoupon()
{
    LifeWorld world;
    world.page.show("OLD-CODE");
    QTRY_VERIFY(textOf(world.page, "biographyNote").contains("OLD-CODE was changed"));
    world.page.show("7KQ2-M9XA-TT4C");
    QTRY_VERIFY(!part<QLabel>(world.page, "biographyNote")->isVisible());
}

void TestBiographyPage::anUnknownCodeIsSaid()
{
    LifeWorld world(std::optional<Biography>{});
    world.page.show("NONE");
    QTRY_COMPARE(world.state()->title(), QString("There is no such coupon"));
    QVERIFY(world.state()->isVisible());
}

/// A life with a button that copies its code stood beside a code that was not its own.
void TestBiographyPage::anotherCodeTakesTheLifeAway()
{
    LifeWorld world;
    world.page.show("7KQ2-M9XA-TT4C");
    QTRY_VERIFY(world.timeline()->isVisible());
    QTest::keyClicks(part<QLineEdit>(world.page, "biographyField"), "X");
    QVERIFY(!world.timeline()->isVisible());
    QVERIFY(!part<QPushButton>(world.page, "biographyCopy")->isVisible());
    QCOMPARE(world.state()->title(), QString("Whose life?"));
    const int asked = world.port.biographies.times();
    world.page.refresh(); // There is nothing to look up again.
    QCOMPARE(world.port.biographies.times(), asked);
}

void TestBiographyPage::anImpossibleCodeTakesTheLifeAway()
{
    LifeWorld world;
    world.page.show("7KQ2-M9XA-TT4C");
    QTRY_VERIFY(world.timeline()->isVisible());
    world.page.show("a b");
    QVERIFY(!world.timeline()->isVisible());
    QVERIFY(!textOf(world.page, "biographyFieldHint").isEmpty());
}

void TestBiographyPage::capitalsDoNotMatter()
{
    LifeWorld world;
    world.port.biographies.answer = [](const QByteArray &code) -> std::optional<Biography> {
        return code == "7KQ2-M9XA-TT4C" ? std::optional(longLife()) : std::nullopt;
    };
    world.port.lists.answer = [](const book::Filter &) {
        return pageOf({"7KQ2-M9XA-TT4C", "X7KQ2-M9XA-TT4C"});
    };
    world.page.show("7kq2-m9xa-tt4c");
    QTRY_VERIFY(world.timeline()->isVisible());
    QCOMPARE(std::get<0>(world.port.lists.asked.back()).codePart, QByteArray("7kq2-m9xa-tt4c"));
    QCOMPARE(textOf(world.page, "biographyCode"), QString("7KQ2-M9XA-TT4C"));
    QVERIFY(textOf(world.page, "biographyNote").contains("7kq2-m9xa-tt4c"));
    QVERIFY(part<QLabel>(world.page, "biographyNote")->isVisible());
}

void TestBiographyPage::severalThatAreAlikeAreNamed()
{
    LifeWorld world(std::optional<Biography>{});
    world.port.lists.answer = [](const book::Filter &) { return pageOf({"AB1", "Ab1"}); };
    world.page.show("ab1");
    QTRY_COMPARE(world.state()->title(), QString("Which of them?"));
    QVERIFY(world.state()->sentence().contains("AB1, Ab1"));
}

void TestBiographyPage::impossibleCodesAreNotAsked_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QString("  ");
    QTest::newRow("white space") << QString("a b");
    QTest::newRow("too long") << QString(65, 'x');
    QTest::newRow("absurd") << QString(30'000, u'쿠');
}

void TestBiographyPage::impossibleCodesAreNotAsked()
{
    QFETCH(QString, code);
    LifeWorld world;
    part<QLineEdit>(world.page, "biographyField")->setText(code);
    press(world.page, "biographyGo");
    QVERIFY(!textOf(world.page, "biographyFieldHint").isEmpty());
    QCOMPARE(world.port.biographies.times(), 0);
}

void TestBiographyPage::aLifeThatCannotBeReadSaysWhatToDo()
{
    LifeWorld world(failure(Trouble::Unavailable, "away"));
    world.page.show("A1");
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Disconnected);
    world.port.biographies.answer = [](const QByteArray &) { return failure(Trouble::Internal, "broken"); };
    press(world.page, "biographyStateRetry");
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Error);
    world.port.biographies.answer = [](const QByteArray &) { return longLife(); };
    press(world.page, "biographyStateRetry");
    QTRY_VERIFY(world.timeline()->isVisible());
}

void TestBiographyPage::aLaterCodeOvertakesAnEarlierOne()
{
    LifeWorld world;
    world.port.biographies.answer = [](const QByteArray &code) {
        Biography life = longLife();
        life.coupon.code = code;
        return life;
    };
    world.port.biographies.hold = true;
    world.page.show("FIRST");
    world.page.show("SECOND");
    QCOMPARE(world.state()->state(), StatePanel::State::Loading);
    QVERIFY(world.state()->isVisible());
    QSignalSpy reset(world.timeline()->model(), &QAbstractItemModel::modelReset);
    world.port.biographies.release();
    QTRY_COMPARE(textOf(world.page, "biographyCode"), QString("SECOND"));
    QCOMPARE(reset.size(), 1);
}

void TestBiographyPage::theUserOfACouponCanBeAskedAbout()
{
    LifeWorld world;
    world.page.show("A1");
    QTRY_COMPARE(part<QPushButton>(world.page, "biographyUser")->text(), QString("User 1483"));
    QSignalSpy asked(&world.page, &BiographyPage::userAsked);
    press(world.page, "biographyUser");
    QCOMPARE(asked.at(0).at(0).toLongLong(), 1483);
    press(world.page, "biographyCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("7KQ2-M9XA-TT4C"));
}

void TestBiographyPage::markupInALifeIsText()
{
    Biography life = longLife();
    life.coupon.code = "<b>x</b>";
    life.events[0].actor = "<img src=x>";
    LifeWorld world(life);
    world.page.show("<b>x</b>");
    QTRY_COMPARE(textOf(world.page, "biographyCode"), QString("<b>x</b>"));
    QVERIFY(world.row(0).endsWith("by <img src=x>"));
    for (const auto *label : world.page.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestBiographyPage::pictures_data()
{
    pictureRows({"biography", "biography-none"});
}

void TestBiographyPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    LifeWorld world(state == "biography" ? std::optional(longLife()) : std::nullopt);
    world.page.show(state == "biography" ? "OLD-CODE" : "NO-SUCH-CODE");
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(world.page), QString());
    QVERIFY(savePicture(world.page));
    world.page.resize(750, 440); // the narrow window
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(world.page), QString());
}

QTEST_MAIN(TestBiographyPage)
#include "tst_biography_page.moc"
