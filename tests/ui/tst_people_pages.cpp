// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A coupon's life, and why somebody got none: every verdict in words, with a reply that can be sent.

#include "tests/ui/page_world.h"
#include "ui/parts/pill.h"
#include "ui/parts/state_panel.h"
#include "ui/people/biography_page.h"
#include "ui/people/why_not_page.h"
#include "ui/people/why_words.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace seonchak;

namespace {

using What = LifeEvent::What;
using Verdict = WhyNot::Verdict;

constexpr WallMs noon = 1'795'000'000'000;

Biography longLife()
{
    Biography life;
    life.coupon.id = 412;
    life.coupon.code = "7KQ2-M9XA-TT4C";
    life.coupon.status = CouponStatus::Issued;
    life.coupon.userId = 1483;
    life.coupon.createdAt = noon;
    life.coupon.issuedAt = noon + 7'412'000;
    life.events = {{What::Generated, noon, {}, "desk", {}},
                   {What::Pushed, noon + 65'000, {}, "desk", {}},
                   {What::Edited, noon + 70'012, {}, "REST 127.0.0.1", "OLD-CODE"},
                   {What::Reserved, noon + 7'400'000, 42, {}, {}},
                   {What::StoreRefused, noon + 7'400'012, 42, {}, {}},
                   {What::Restored, noon + 7'400'013, {}, {}, {}},
                   {What::Reserved, noon + 7'402'147, 1483, {}, {}},
                   {What::InDoubt, noon + 7'404'147, 1483, {}, {}},
                   {What::Asked, noon + 7'409'000, 1483, "settler", "no answer within 2000 ms"},
                   {What::Issued, noon + 7'412'000, 1483, "operator@desk", {}}};
    return life;
}

WhyNot answer(Verdict verdict)
{
    WhyNot why;
    why.verdict = verdict;
    why.user = 42;
    if (verdict == Verdict::Issued || verdict == Verdict::InDoubt) {
        why.coupon = longLife().coupon;
        why.coupon->userId = 42;
    }
    if (verdict == Verdict::InDoubt)
        why.doubtSince = noon + 1000;
    if (verdict == Verdict::SoldOut) {
        why.refusal = Refusal{42, noon + 2'412, noon + 9'000, 3, noon + 2'000, 0, 0};
        why.place = 17;
        why.refused = 1482;
    }
    if (verdict == Verdict::FailedAtStore)
        why.refusal = Refusal{42, 0, 0, 0, {}, noon + 500, 1};
    return why;
}

struct LifeWorld : PageWorld
{
    explicit LifeWorld(const Result<std::optional<Biography>> &found = longLife())
    {
        port.biographies.answer = [found](const QByteArray &) { return found; };
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

struct WhyWorld : PageWorld
{
    explicit WhyWorld(const Result<WhyNot> &why = answer(Verdict::SoldOut))
    {
        port.whys.answer = [why](const UserId &) { return why; };
        page.resize(1000, 620);
        page.show();
    }
    [[nodiscard]] QString korean() const { return part<QPlainTextEdit>(page, "whyKorean")->toPlainText(); }
    [[nodiscard]] QString english() const { return part<QPlainTextEdit>(page, "whyEnglish")->toPlainText(); }
    [[nodiscard]] StatePanel *state() const { return part<StatePanel>(page, "whyState"); }
    WhyNotPage page{context};
};

} // namespace

class TestPeoplePages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("TZ", "Asia/Seoul"); }
    void aLifeIsToldFromTheBeginning();
    void aLifeBeginsWithNobody();
    void aFormerCodeFindsItsCoupon();
    void anUnknownCodeIsSaid();
    void impossibleCodesAreNotAsked_data();
    void impossibleCodesAreNotAsked();
    void aLifeThatCannotBeReadSaysWhatToDo();
    void aLaterCodeOvertakesAnEarlierOne();
    void theUserOfACouponCanBeAskedAbout();
    void markupInALifeIsText();
    void everyVerdictIsPlain_data();
    void everyVerdictIsPlain();
    void theReplyIsCopied();
    void theSaleIsNamedInTheReply();
    void whatIsNotKnownIsNotSaid();
    void badUsersAreNotAsked_data();
    void badUsersAreNotAsked();
    void aQuestionThatFailsSaysWhatToDo();
    void aLaterUserOvertakesAnEarlierOne();
    void theCouponOfAUserIsLinked();
    void thePagesMayGoWhileTheyWait();
    void pictures_data();
    void pictures();
};

void TestPeoplePages::aLifeIsToldFromTheBeginning()
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

void TestPeoplePages::aLifeBeginsWithNobody()
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

void TestPeoplePages::aFormerCodeFindsItsCoupon()
{
    LifeWorld world;
    world.page.show("OLD-CODE");
    QTRY_VERIFY(textOf(world.page, "biographyNote").contains("OLD-CODE was changed"));
    world.page.show("7KQ2-M9XA-TT4C");
    QTRY_VERIFY(!part<QLabel>(world.page, "biographyNote")->isVisible());
}

void TestPeoplePages::anUnknownCodeIsSaid()
{
    LifeWorld world(std::optional<Biography>{});
    world.page.show("NONE");
    QTRY_COMPARE(world.state()->title(), QString("There is no such coupon"));
    QVERIFY(world.state()->isVisible());
}

void TestPeoplePages::impossibleCodesAreNotAsked_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString();
    QTest::newRow("blank") << QString("  ");
    QTest::newRow("white space") << QString("a b");
    QTest::newRow("too long") << QString(65, 'x');
    QTest::newRow("absurd") << QString(30'000, u'쿠');
}

void TestPeoplePages::impossibleCodesAreNotAsked()
{
    QFETCH(QString, code);
    LifeWorld world;
    part<QLineEdit>(world.page, "biographyField")->setText(code);
    press(world.page, "biographyGo");
    QVERIFY(!textOf(world.page, "biographyFieldHint").isEmpty());
    QCOMPARE(world.port.biographies.times(), 0);
}

void TestPeoplePages::aLifeThatCannotBeReadSaysWhatToDo()
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

void TestPeoplePages::aLaterCodeOvertakesAnEarlierOne()
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

void TestPeoplePages::theUserOfACouponCanBeAskedAbout()
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

void TestPeoplePages::markupInALifeIsText()
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

void TestPeoplePages::everyVerdictIsPlain_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("facts");
    QTest::addColumn<QStringList>("korean");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *name, Verdict verdict, const char *title, const QStringList &facts,
                        const QStringList &korean, const char *english) {
        QTest::newRow(name) << int(verdict) << QString(title) << facts << korean << QString(english);
    };
    row("issued", Verdict::Issued, "User 42 has a coupon", {"Code 7KQ2-M9XA-TT4C", "Issued at 2026-11-18 "},
        {"쿠폰 번호는 7KQ2-M9XA-TT4C입니다."}, "Its code is 7KQ2-M9XA-TT4C.");
    row("in doubt", Verdict::InDoubt, "It is in doubt whether", {"In doubt since 2026-11-18 "},
        {"편의점에 확인하고 있습니다"}, "we are asking the convenience store");
    row("in progress", Verdict::InProgress, "being served at this moment", {"Ask again in a second"},
        {"발급하고 있습니다"}, "being issued at this moment");
    row("sold out", Verdict::SoldOut, "came too late",
        {"0.412 s after the last coupon had gone", "No. 17 in line of the 1,482", "Told so 3 times"},
        {"0.4초 뒤에", "1,482분 가운데 17번째"},
        "Of the 1,482 people who asked after that you were number 17.");
    row("failed", Verdict::FailedAtStore, "The store refused user 42's coupon",
        {"The store refused once, at"}, {"등록이 거절되어", "다시 신청하실 수 있습니다"},
        "refused to register");
    row("never", Verdict::NeverSeen, "never asked", {"Every refusal of this sale is remembered"},
        {"신청 기록을 찾지 못했습니다"}, "found no request");
}

void TestPeoplePages::everyVerdictIsPlain()
{
    QFETCH(int, verdict);
    QFETCH(QString, title);
    QFETCH(QStringList, facts);
    QFETCH(QStringList, korean);
    QFETCH(QString, english);
    WhyWorld world(answer(Verdict(verdict)));
    QCOMPARE(world.state()->title(), QString("Who asks?"));
    QTest::keyClicks(part<QLineEdit>(world.page, "whyField"), " 42 ");
    QTest::keyClick(part<QLineEdit>(world.page, "whyField"), Qt::Key_Return);
    QTRY_VERIFY(textOf(world.page, "whyVerdict").contains(title));
    for (const auto &fact : facts)
        QVERIFY2(textOf(world.page, "whyFacts").contains(fact), qPrintable(textOf(world.page, "whyFacts")));
    for (const auto &part : korean)
        QVERIFY2(world.korean().contains(part), qPrintable(world.korean()));
    QVERIFY(world.korean().startsWith("안녕하세요, 고객님."));
    QVERIFY2(world.english().contains(english), qPrintable(world.english()));
    QVERIFY(part<QPlainTextEdit>(world.page, "whyEnglish")->isVisible());
    QVERIFY(!world.korean().contains('%') && !world.english().contains('%'));
    QCOMPARE(world.port.whys.asked, (std::vector<std::tuple<UserId>>{42}));
}

void TestPeoplePages::theReplyIsCopied()
{
    WhyWorld world;
    world.page.ask(42);
    QTRY_VERIFY(!world.korean().isEmpty());
    press(world.page, "whyKoreanCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), world.korean());
    press(world.page, "whyEnglishCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), world.english());
}

void TestPeoplePages::theSaleIsNamedInTheReply()
{
    WhyWorld world;
    world.port.sign.name = QStringLiteral("가을맞이 <b>쿠폰</b>");
    world.page.ask(42);
    QTRY_VERIFY(world.korean().contains("‘가을맞이 <b>쿠폰</b>’"));
}

void TestPeoplePages::whatIsNotKnownIsNotSaid()
{
    WhyNot why = answer(Verdict::SoldOut);
    why.refusal->sellOutAt.reset();
    why.place.reset();
    why.refusal->failedTimes = 2;
    why.refusal->lastFailedAt = noon;
    const auto facts = WhyWords::facts(why).join('\n');
    QVERIFY(!facts.contains("in line") && !facts.contains("had gone"));
    QVERIFY(facts.contains("The store refused 2 times"));
    QVERIFY(koreanReply(why, {}).contains("이미 모두 소진된"));
    QVERIFY(!koreanReply(why, {}).contains("번째"));
    QVERIFY(koreanReply(why, {}).contains("거절로 발급이 완료되지 못한 일이 2번"));
    WhyNot never = answer(Verdict::NeverSeen);
    never.knownSince = noon;
    QVERIFY(WhyWords::facts(never).first().startsWith("Refusals are remembered since 2026-11-18"));
    why.refusal.reset();
    QVERIFY(koreanReply(why, {}).contains("소진되어"));
    WhyNot bare;
    for (const auto verdict : {Verdict::Issued, Verdict::InDoubt, Verdict::FailedAtStore}) {
        bare.verdict = verdict;
        QVERIFY(!koreanReply(bare, {}).isEmpty() && !englishReply(bare, {}).isEmpty());
        QVERIFY(!WhyWords::facts(bare).isEmpty());
    }
}

void TestPeoplePages::badUsersAreNotAsked_data()
{
    QTest::addColumn<QString>("user");
    for (const char *bad : {"", "0", "-1", "+1", "01", "1.5", "abc", "9223372036854775808", "１２", "<b>"})
        QTest::newRow(*bad ? bad : "empty") << QString(bad);
}

void TestPeoplePages::badUsersAreNotAsked()
{
    QFETCH(QString, user);
    WhyWorld world;
    part<QLineEdit>(world.page, "whyField")->setText(user);
    press(world.page, "whyGo");
    QVERIFY(textOf(world.page, "whyFieldHint").contains("user ID", Qt::CaseInsensitive));
    QCOMPARE(world.port.whys.times(), 0);
    world.page.ask(-3);
    QCOMPARE(world.port.whys.times(), 0);
}

void TestPeoplePages::aQuestionThatFailsSaysWhatToDo()
{
    WhyWorld world(failure(Trouble::Unavailable, "away"));
    world.page.ask(42);
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Disconnected);
    world.port.whys.answer = [](const UserId &) { return answer(Verdict::Issued); };
    press(world.page, "whyStateRetry");
    QTRY_VERIFY(part<QLabel>(world.page, "whyVerdict")->isVisible());
}

void TestPeoplePages::aLaterUserOvertakesAnEarlierOne()
{
    WhyWorld world;
    world.port.whys.answer = [](const UserId &user) {
        WhyNot why = answer(Verdict::NeverSeen);
        why.user = user;
        return why;
    };
    world.port.whys.hold = true;
    world.page.ask(1);
    world.page.ask(2);
    QCOMPARE(world.state()->state(), StatePanel::State::Loading);
    QString between; // what was shown once the first answer had come, and not yet the second
    world.port.whys.answer = [&](const UserId &user) {
        between = textOf(world.page, "whyVerdict");
        WhyNot why = answer(user == 1 ? Verdict::Issued : Verdict::NeverSeen);
        why.user = user;
        return why;
    };
    world.port.whys.release();
    QTRY_VERIFY(textOf(world.page, "whyVerdict").startsWith("User 2 never"));
    QCOMPARE(between, QString());
}

void TestPeoplePages::theCouponOfAUserIsLinked()
{
    WhyWorld world(answer(Verdict::Issued));
    QSignalSpy asked(&world.page, &WhyNotPage::biographyAsked);
    world.page.ask(42);
    QTRY_VERIFY(part<QPushButton>(world.page, "whyBiography")->isVisible());
    press(world.page, "whyBiography");
    QCOMPARE(asked.at(0).at(0).toByteArray(), QByteArray("7KQ2-M9XA-TT4C"));
}

void TestPeoplePages::thePagesMayGoWhileTheyWait()
{
    PageWorld world;
    world.port.biographies.hold = world.port.whys.hold = true;
    auto life = std::make_unique<BiographyPage>(world.context);
    auto why = std::make_unique<WhyNotPage>(world.context);
    life->show("A1");
    why->ask(1);
    life.reset();
    why.reset();
    world.port.biographies.release();
    world.port.whys.release();
    QCOMPARE(world.port.whys.times(), 1);
}

void TestPeoplePages::pictures_data()
{
    pictureRows({"biography", "biography-none", "why-sold-out", "why-issued", "why-doubt", "why-failed",
                 "why-never", "why-empty"});
}

void TestPeoplePages::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    const QMap<QString, Verdict> verdicts{{"why-sold-out", Verdict::SoldOut},
                                          {"why-issued", Verdict::Issued},
                                          {"why-doubt", Verdict::InDoubt},
                                          {"why-failed", Verdict::FailedAtStore},
                                          {"why-never", Verdict::NeverSeen}};
    LifeWorld life(state == "biography" ? std::optional(longLife()) : std::nullopt);
    WhyWorld why(answer(verdicts.value(state, Verdict::NeverSeen)));
    QWidget *shown = state.startsWith("why") ? static_cast<QWidget *>(&why.page) : &life.page;
    if (state == "biography")
        life.page.show("OLD-CODE");
    else if (state == "biography-none")
        life.page.show("NO-SUCH-CODE");
    else if (state != "why-empty")
        why.page.ask(42);
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(*shown), QString());
    QVERIFY(savePicture(*shown));
    shown->resize(750, 440);
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(*shown), QString());
}

QTEST_MAIN(TestPeoplePages)
#include "tst_people_pages.moc"
