// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why somebody got none: every verdict in words, with a reply that can be sent.

#include "tests/ui/long_life.h"
#include "tests/ui/page_world.h"
#include "ui/parts/state_panel.h"
#include "ui/people/biography_page.h"
#include "ui/people/why_not_page.h"
#include "ui/people/why_reply.h"
#include "ui/people/why_words.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace seonchak;

namespace {

using Verdict = WhyNot::Verdict;

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
        why.refusals = {{42, Refusal::Reason::SoldOut, noon + 2'412, noon + 9'000, 3, noon + 2'000, noon}};
        why.place = 17;
        why.refused = 1482;
    }
    constexpr std::array turnedAway{std::pair(Verdict::TooEarly, Refusal::Reason::TooEarly),
                                    std::pair(Verdict::WhilePaused, Refusal::Reason::Paused),
                                    std::pair(Verdict::OutOfOrder, Refusal::Reason::OutOfOrder),
                                    std::pair(Verdict::Withdrawn, Refusal::Reason::SoldOut)};
    for (const auto &[of, reason] : turnedAway)
        if (of == verdict)
            why.refusals = {{42, reason, noon + 500, noon + 500, 1, {}, noon}};
    if (verdict == Verdict::Withdrawn)
        why.withdrawnAt = noon + 100;
    if (verdict == Verdict::FailedAtPartner)
        why.refusals = {{42, Refusal::Reason::PartnerFailed, noon + 500, noon + 500, 1, {}, 0}};
    return why;
}

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

class TestWhyNotPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("TZ", "Asia/Seoul"); }
    void everyVerdictIsPlain_data();
    void everyVerdictIsPlain();
    void theReplyIsCopied();
    void theSaleIsNamedInTheReply();
    void whatIsNotKnownIsNotSaid();
    void afterTheEndNobodyIsAskedToComeAgain();
    void howEarlyIsSaid();
    void anAnswerStandsOnlyBesideItsUser();
    void badUsersAreNotAsked_data();
    void badUsersAreNotAsked();
    void aQuestionThatFailsSaysWhatToDo();
    void aLaterUserOvertakesAnEarlierOne();
    void theCouponOfAUserIsLinked();
    void thePagesMayGoWhileTheyWait();
    void pictures_data();
    void pictures();
};

void TestWhyNotPage::everyVerdictIsPlain_data()
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
    row("failed", Verdict::FailedAtPartner, "The store refused user 42's coupon",
        {"The store refused once, at"}, {"등록이 거절되어", "다시 신청하실 수 있습니다"},
        "refused to register");
    row("too early", Verdict::TooEarly, "came too early", {"Told at 2026-11-18 "},
        {"아직 시작되기 전이었습니다", "다시 신청하실 수 있습니다"}, "the sale had not begun yet");
    row("paused", Verdict::WhilePaused, "while the sale was paused", {"Told at 2026-11-18 "},
        {"잠시 멈춘 동안이었습니다"}, "the sale was paused");
    row("out of order", Verdict::OutOfOrder, "no coupon could be issued",
        {"Redis, the database or the store was away"}, {"시스템 문제로"}, "a fault in our system");
    row("withdrawn", Verdict::Withdrawn, "the rest of the stock had been voided",
        {"The rest of the stock was voided at 2026-11-18 "}, {"이미 종료된 뒤였습니다"},
        "the issuing of the remaining coupons had been ended");
    row("never", Verdict::NeverSeen, "never asked",
        {"Refusals are remembered, and none of this user's is among them"}, {}, nullptr);
}

void TestWhyNotPage::everyVerdictIsPlain()
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
    const bool known = !english.isEmpty(); // where the records do not show the reason, nothing is offered
    QCOMPARE(world.korean().startsWith("안녕하세요, 고객님."), known);
    QVERIFY2(world.english().contains(english), qPrintable(world.english()));
    QCOMPARE(part<QPlainTextEdit>(world.page, "whyEnglish")->isVisible(), known);
    QVERIFY(!world.korean().contains('%') && !world.english().contains('%'));
    QCOMPARE(world.port.whys.asked, (std::vector<std::tuple<UserId>>{42}));
}

void TestWhyNotPage::theReplyIsCopied()
{
    WhyWorld world;
    world.page.ask(42);
    QTRY_VERIFY(!world.korean().isEmpty());
    press(world.page, "whyKoreanCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), world.korean());
    press(world.page, "whyEnglishCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), world.english());
}

void TestWhyNotPage::theSaleIsNamedInTheReply()
{
    WhyWorld world;
    world.port.sign.name = QStringLiteral("가을맞이 <b>쿠폰</b>");
    world.page.ask(42);
    QTRY_VERIFY(world.korean().contains("‘가을맞이 <b>쿠폰</b>’"));
}

void TestWhyNotPage::whatIsNotKnownIsNotSaid()
{
    WhyNot why = answer(Verdict::SoldOut);
    why.refusals.first().sellOutAt.reset();
    why.place.reset();
    why.refusals.append({42, Refusal::Reason::PartnerFailed, noon, noon, 2, {}, 0});
    const auto facts = WhyWords::facts(why).join('\n');
    QVERIFY(!facts.contains("in line") && !facts.contains("had gone"));
    QVERIFY(facts.contains("The store refused 2 times"));
    QVERIFY(WhyReply::korean(why, {}).contains("이미 모두 소진된"));
    QVERIFY(!WhyReply::korean(why, {}).contains("번째"));
    QVERIFY(WhyReply::korean(why, {}).contains("거절로 발급이 완료되지 못한 일이 2번"));
    WhyNot never = answer(Verdict::NeverSeen);
    never.knownSince = noon;
    QVERIFY(WhyWords::facts(never).first().startsWith("Refusals are remembered since 2026-11-18"));
    QVERIFY(WhyReply::korean(never, {}).isEmpty() && WhyReply::english(never, {}).isEmpty());
    WhyNot bare;
    for (const auto verdict : {Verdict::Issued, Verdict::InDoubt}) {
        bare.verdict = verdict;
        QVERIFY(!WhyReply::korean(bare, {}).isEmpty() && !WhyReply::english(bare, {}).isEmpty());
        QVERIFY(!WhyWords::facts(bare).isEmpty());
    }
}

/// Nobody is asked to come again to a sale that is over.
void TestWhyNotPage::afterTheEndNobodyIsAskedToComeAgain()
{
    for (const auto verdict : {Verdict::WhilePaused, Verdict::FailedAtPartner, Verdict::OutOfOrder}) {
        const WhyNot why = answer(verdict);
        QVERIFY(WhyReply::korean(why, {}).contains("다시 신청하실 수 있습니다"));
        QVERIFY(WhyReply::english(why, {}).contains("You may ask again"));
        QVERIFY(!WhyReply::korean(why, {}, true).contains("다시 신청"));
        QVERIFY(!WhyReply::english(why, {}, true).contains("ask again"));
    }
}

void TestWhyNotPage::howEarlyIsSaid()
{
    WhyNot why = answer(Verdict::TooEarly);
    QVERIFY(!WhyWords::facts(why).join('\n').contains("before the opening"));
    why.opensAt = why.refusals.first().lastAt + 192'000;
    QVERIFY(WhyWords::facts(why).join('\n').contains("3 min 12 s before the opening at 2026-11-18 "));
    QVERIFY2(WhyReply::korean(why, {}).contains("보다 3분 12초 이른 때였습니다"),
             qPrintable(WhyReply::korean(why, {})));
    QVERIFY(WhyReply::english(why, {}).contains("it was 3 min 12 s before the opening on 18 November"));
    WhyNot late = answer(Verdict::SoldOut);
    late.refusals.first().sellOutAt = late.refusals.first().firstAt - 26;
    QVERIFY2(WhyReply::korean(late, {}).contains("0.026초 뒤"), qPrintable(WhyReply::korean(late, {})));
}

void TestWhyNotPage::anAnswerStandsOnlyBesideItsUser()
{
    WhyWorld world;
    auto *field = part<QLineEdit>(world.page, "whyField");
    auto *verdict = part<QLabel>(world.page, "whyVerdict");
    world.page.ask(42);
    QTRY_VERIFY(verdict->isVisible());
    QTest::keyClicks(field, "3");
    QVERIFY(!verdict->isVisible());
    world.page.ask(42);
    QTRY_VERIFY(verdict->isVisible());
    field->setText(QStringLiteral("abc"));
    press(world.page, "whyGo");
    QVERIFY(!verdict->isVisible());
    QVERIFY(!part<QAbstractButton>(world.page, "whyKoreanCopy")->isVisible());
}

void TestWhyNotPage::badUsersAreNotAsked_data()
{
    QTest::addColumn<QString>("user");
    for (const char *bad : {"", "0", "-1", "+1", "01", "1.5", "abc", "9223372036854775808", "１２", "<b>"})
        QTest::newRow(*bad ? bad : "empty") << QString(bad);
}

void TestWhyNotPage::badUsersAreNotAsked()
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

void TestWhyNotPage::aQuestionThatFailsSaysWhatToDo()
{
    WhyWorld world(failure(Trouble::Unavailable, "away"));
    world.page.ask(42);
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Disconnected);
    world.port.whys.answer = [](const UserId &) { return answer(Verdict::Issued); };
    press(world.page, "whyStateRetry");
    QTRY_VERIFY(part<QLabel>(world.page, "whyVerdict")->isVisible());
}

void TestWhyNotPage::aLaterUserOvertakesAnEarlierOne()
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

void TestWhyNotPage::theCouponOfAUserIsLinked()
{
    WhyWorld world(answer(Verdict::Issued));
    QSignalSpy asked(&world.page, &WhyNotPage::biographyAsked);
    world.page.ask(42);
    QTRY_VERIFY(part<QPushButton>(world.page, "whyBiography")->isVisible());
    press(world.page, "whyBiography");
    QCOMPARE(asked.at(0).at(0).toByteArray(), QByteArray("7KQ2-M9XA-TT4C"));
}

void TestWhyNotPage::thePagesMayGoWhileTheyWait()
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

void TestWhyNotPage::pictures_data()
{
    pictureRows({"why-sold-out", "why-issued", "why-doubt", "why-failed", "why-never", "why-empty"});
}

void TestWhyNotPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    const QMap<QString, Verdict> verdicts{{"why-sold-out", Verdict::SoldOut},
                                          {"why-issued", Verdict::Issued},
                                          {"why-doubt", Verdict::InDoubt},
                                          {"why-failed", Verdict::FailedAtPartner},
                                          {"why-never", Verdict::NeverSeen}};
    WhyWorld world(answer(verdicts.value(state, Verdict::NeverSeen)));
    if (state != "why-empty")
        world.page.ask(42);
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(world.page), QString());
    QVERIFY(savePicture(world.page));
    world.page.resize(750, 440); // the narrow window
    QCoreApplication::processEvents();
    QTRY_COMPARE(cutOff(world.page), QString());
}

QTEST_MAIN(TestWhyNotPage)
#include "tst_why_not_page.moc"
