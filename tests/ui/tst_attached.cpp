// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is attached to a server elsewhere: what it shows of that, and what it does not let one do.

#include "tests/ui/desk.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/desk/cut_line.h"
#include "ui/desk/pages.h"
#include "ui/port/pulse.h"
#include "ui/remote/attach_words.h"
#include "ui/remote/desk_link.h"
#include "ui/remote/remote_error.h"
#include "ui/remote/stream_reader.h"

#include <QSignalSpy>

using namespace seonchak;
using theme::Tone;

namespace {

constexpr int answerMs = 10'000;

Attachment here(bool connected)
{
    Attachment to;
    to.where = QStringLiteral("https://desk.example/coupons");
    to.name = QStringLiteral("kim");
    to.role = QStringLiteral("viewer");
    to.version = QStringLiteral("9.9.9");
    to.connected = connected;
    to.trouble = connected ? QString() : QStringLiteral("The server refuses the connection");
    to.toDo = connected ? QString() : QStringLiteral("Check the port.");
    return to;
}

/// A desk with a running sale, attached.
struct AttachedDesk : Desk
{
    explicit AttachedDesk(const QString &whyNotOperate = {}, const QString &whyNotAdminister = {},
                          const SaleSign &sale = {})
        : Desk(QStringLiteral("en"), sale)
    {
        port.now = FakePort::busyStatus();
        port.attached = here(true);
        port.barredOperate = whyNotOperate;
        port.barredAdminister = whyNotAdminister;
        window = std::make_unique<DeskWindow>(parts());
        window->show();
    }
    QString line() const { return find<CutLine>("statusStripLine")->text(); }
    bool isAnswered() const
    {
        return QTest::qWaitFor([this] { return pill("attachedAs").contains("kim"); }, answerMs);
    }
};

DeskAnswer answered(int status, const QByteArray &type, const QByteArray &body)
{
    DeskAnswer answer;
    answer.kind = DeskAnswer::Kind::Complete;
    answer.status = status;
    answer.contentType = type;
    answer.body = body;
    return answer;
}

DeskAnswer problem(int status, const char *code, const QByteArray &more = {})
{
    return answered(status, "application/problem+json",
                    QByteArray("{\"code\":\"") + code + "\",\"detail\":\"d\"" + more + '}');
}

} // namespace

class TestAttached : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHeaderSaysAsWhom();
    void aRoleThatMayNotIsGreyedOut();
    void whatTheServerCannotDoIsGreyedOut();
    void anAdminMayDoEverything();
    void aLostServerIsSaidAndNothingCanBeDone();
    void whoElseIsAttached();
    void aSaleThatIsNotKnownYetIsNoTest();
    void whatOthersAreAtIsShown();
    void somebodyElsePausedFirst();
    void somebodyElsePushedFirst();
    void closingAsksNothing();
    void thePastIsShown();
    void refusalsMeanSomething_data();
    void refusalsMeanSomething();
    void errorsOfAnswers();
    void everyTroubleHasWords();
    void aStreamCutAnywhereIsTheSame();
};

void TestAttached::theHeaderSaysAsWhom()
{
    AttachedDesk desk;
    QVERIFY(desk.isAnswered());
    QCOMPARE(desk.pill("attachedAs"), QStringLiteral("kim · viewer"));
    QVERIFY(desk.find<Pill>("attachedAs")->toolTip().contains("9.9.9"));
    desk.port.attached.reset();
    Desk own;
    QVERIFY(own.find<Pill>("attachedAs")->isHidden());
}

void TestAttached::aRoleThatMayNotIsGreyedOut()
{
    const QString why = QStringLiteral("Only an operator or an admin may do this");
    AttachedDesk desk(why, why);
    QVERIFY(desk.isAnswered());
    QTRY_VERIFY_WITH_TIMEOUT(!desk.button("pauseButton")->isEnabled(), answerMs);
    for (const char *name : {"generateButton", "pushButton", "pauseButton", "voidButton"}) {
        QVERIFY2(!desk.button(name)->isEnabled(), name);
        QVERIFY2(desk.button(name)->toolTip().contains("admin may do this"), name);
        desk.button(name)->setEnabled(true); // As its page does with the next reading.
        QVERIFY2(!desk.button(name)->isEnabled(), name);
    }
    desk.window->view().open(page::coupons);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.button("couponsAdd")->isEnabled(), answerMs);
    QVERIFY(desk.button("couponsRefresh")->isEnabled());
    desk.choose("actPush");
    QCOMPARE(desk.port.pushes, 0);
}

void TestAttached::whatTheServerCannotDoIsGreyedOut()
{
    AttachedDesk desk;
    desk.port.lacking = QStringLiteral("pause");
    QVERIFY(desk.isAnswered());
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("generateButton")->isEnabled(), answerMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("pauseButton")->toolTip().contains("0.0.1 cannot do this"),
                             answerMs);
    QVERIFY(!desk.button("pauseButton")->isEnabled());
    QVERIFY(desk.button("voidButton")->isEnabled());
}

void TestAttached::anAdminMayDoEverything()
{
    AttachedDesk desk;
    QVERIFY(desk.isAnswered());
    for (const char *name : {"generateButton", "pauseButton", "voidButton"})
        QTRY_VERIFY2_WITH_TIMEOUT(desk.button(name)->isEnabled(), name, answerMs);
}

void TestAttached::aLostServerIsSaidAndNothingCanBeDone()
{
    AttachedDesk desk;
    QVERIFY(desk.isAnswered());
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("generateButton")->isEnabled(), answerMs);
    desk.port.holdStatus = true;
    desk.port.attached = here(false);
    const int before = desk.port.statusCalls;
    QTRY_VERIFY_WITH_TIMEOUT(desk.port.statusCalls > before, answerMs); // A question is under way, and waits.
    desk.clock.now += 4'200'000'000;
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("bannerTitle"), QStringLiteral("The server refuses the connection"),
                              answerMs);
    QVERIFY2(desk.text("bannerSentence").contains("4 s old"), qPrintable(desk.text("bannerSentence")));
    QCOMPARE(desk.pill("attachedAs"), QStringLiteral("4 s old"));
    QVERIFY2(desk.text("statusLine").endsWith("the server is not connected."),
             qPrintable(desk.text("statusLine")));
    QVERIFY(!desk.button("generateButton")->isEnabled());
    QVERIFY(desk.window->windowTitle().startsWith("Not connected"));
    if (const QString folder = qEnvironmentVariable("SEONCHAK_PICTURES_DIR"); !folder.isEmpty())
        desk.window->grab().save(folder + QStringLiteral("/attached-lost-en.png"));
    desk.port.holdStatus = false;
    desk.port.attached = here(true);
    desk.port.answerStatus();
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("generateButton")->isEnabled(), answerMs);
}

void TestAttached::whoElseIsAttached()
{
    AttachedDesk desk;
    QVERIFY(desk.isAnswered());
    QVERIFY(desk.find<Pill>("otherDesks")->isHidden());
    desk.port.attached->others = {{{"a", "lee", "operator", "203.0.113.7", 1'000, {}},
                                   {"b", "park", "viewer", "local socket", 2'000, {}}},
                                  3};
    QTRY_COMPARE_WITH_TIMEOUT(desk.pill("otherDesks"), QStringLiteral("+5"), answerMs);
    const QString who = desk.find<Pill>("otherDesks")->toolTip();
    for (const char *part : {"lee", "operator", "203.0.113.7", "park", "local socket", "and 3 more"})
        QVERIFY2(who.contains(part), qPrintable(who));
    if (const QString folder = qEnvironmentVariable("SEONCHAK_PICTURES_DIR"); !folder.isEmpty())
        desk.window->grab().save(folder + QStringLiteral("/attached-others-en.png"));
    desk.port.attached->others = {};
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<Pill>("otherDesks")->isHidden(), answerMs);
}

void TestAttached::aSaleThatIsNotKnownYetIsNoTest()
{
    const AttachedDesk desk({}, {}, SaleSign{.known = false});
    QCOMPARE(desk.find<QLabel>("saleSign")->text(), QStringLiteral("Not known yet"));
    const AttachedDesk known({}, {}, SaleSign{QStringLiteral("Autumn")});
    QCOMPARE(known.find<QLabel>("saleSign")->text(), QStringLiteral("TEST · Autumn"));
}

void TestAttached::whatOthersAreAtIsShown()
{
    AttachedDesk desk;
    QVERIFY(desk.isAnswered());
    Job job;
    job.id = QStringLiteral("a");
    job.action = QStringLiteral("generate");
    job.actor = QStringLiteral("lee (203.0.113.7)");
    job.total = 5000;
    job.made = 1234;
    desk.port.attached->jobs = {job};
    QTRY_COMPARE_WITH_TIMEOUT(
        desk.line(), QStringLiteral("lee (203.0.113.7) is generating coupons: 1,234 of 5,000"), answerMs);
    job.action = QStringLiteral("push");
    job.total = 0;
    desk.port.attached->jobs = {job};
    QTRY_COMPARE_WITH_TIMEOUT(
        desk.line(), QStringLiteral("lee (203.0.113.7) is pushing coupons into the stock: 1,234"), answerMs);
    desk.port.attached->jobs.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!desk.line().contains("lee"), answerMs);
}

namespace {

AuditEntry told(qint64 id, const char *actor, const char *action, const char *detail, const char *result)
{
    return {
        id, 1'000, QLatin1String(actor), QLatin1String(action), QLatin1String(detail), QLatin1String(result)};
}

} // namespace

void TestAttached::somebodyElsePausedFirst()
{
    AttachedDesk desk;
    desk.clock.wall = 1'000'000;
    QVERIFY(desk.isAnswered());
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("pauseButton")->isEnabled(), answerMs);
    desk.port.pauses.answer = [](bool) { return Result<void>(); };
    desk.port.audits.answer = [](const AuditFilter &filter) {
        AuditPage page;
        if (filter.action == QLatin1String("pause"))
            page.items = {told(9, "kim", "pause", "issuing", "done: was paused already"),
                          told(8, "lee (203.0.113.7)", "pause", "issuing", "done: paused"),
                          told(7, "park", "pause", "issuing", "done: paused")};
        return page;
    };
    desk.button("pauseButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.line().contains("paused already: lee (203.0.113.7) did it at"), answerMs);
    // Who was first is told that it was they.
    desk.port.audits.answer = [](const AuditFilter &) {
        return AuditPage{{told(7, "kim", "pause", "issuing", "done: paused")}, {}, {}};
    };
    desk.button("pauseButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.line().endsWith("Issuing was paused."), answerMs);
}

void TestAttached::somebodyElsePushedFirst()
{
    AttachedDesk desk;
    desk.clock.wall = 1'000'000;
    desk.port.now.stock.staged = 5;
    QVERIFY(desk.isAnswered());
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("pushButton")->isEnabled(), answerMs);
    desk.port.audits.answer = [](const AuditFilter &) {
        AuditPage page;
        page.items = {told(9, "kim", "push", "all staged coupons", "done: 0 pushed, 5 in stock"),
                      told(8, "lee", "push", "all staged coupons, key 1234…", "done: 5 pushed, 5 in stock")};
        return page;
    };
    desk.button("pushButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.port.pushes, 1, answerMs);
    desk.port.endPush(Pushed{0, 5});
    QTRY_VERIFY_WITH_TIMEOUT(desk.line().contains("nothing left to push: lee pushed at"), answerMs);
}

void TestAttached::closingAsksNothing()
{
    AttachedDesk desk({}, {}, {QStringLiteral("Autumn"), true}); // LIVE, and coupons are asked for.
    desk.port.now.lastSecond.of[0] = 50;
    QVERIFY(desk.isAnswered());
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->close();
    QCOMPARE(desk.asker.questions.size(), std::size_t(0));
    QCOMPARE(closed.size(), 1);
}

void TestAttached::thePastIsShown()
{
    Desk desk;
    desk.port.now = FakePort::busyStatus();
    desk.port.attached = here(true);
    desk.clock.now = 4'000'000'000'000;
    for (int i = 0; i < 900; ++i) {
        Sample sample;
        sample.ns = desk.clock.now - qint64(3600 - i * 4) * 1'000'000'000;
        sample.stock = i;
        desk.port.before.append(sample);
    }
    desk.window = std::make_unique<DeskWindow>(desk.parts());
    desk.window->show();
    QTRY_VERIFY_WITH_TIMEOUT(
        desk.window->memory().history.samples(History::Range::Hour, desk.clock.now, 400).size() > 300,
        answerMs);
    QVERIFY(desk.window->memory().history.latest()->stock > 0); // The present one comes last.
}

void TestAttached::refusalsMeanSomething_data()
{
    QTest::addColumn<DeskAnswer>("answer");
    QTest::addColumn<AttachTrouble>("trouble");
    QTest::newRow("wrong token") << problem(401, "unauthorized") << AttachTrouble::TokenWrong;
    QTest::newRow("issuer") << problem(403, "not-permitted") << AttachTrouble::RoleTooSmall;
    QTest::newRow("no token there") << problem(403, "not-local") << AttachTrouble::NotLocal;
    QTest::newRow("another name") << problem(421, "misdirected") << AttachTrouble::WrongName;
    QTest::newRow("an old one") << problem(404, "not-found") << AttachTrouble::OldServer;
    QTest::newRow("starting") << problem(503, "unavailable") << AttachTrouble::Busy;
    QTest::newRow("a page") << answered(200, "text/html", "<html>") << AttachTrouble::NotSeonchak;
    QTest::newRow("not found by a proxy")
        << answered(404, "text/html", "<html>") << AttachTrouble::NotSeonchak;
    QTest::newRow("login page") << answered(302, "text/html", "") << AttachTrouble::Redirected;
    QTest::newRow("nobody behind") << answered(502, "text/html", "") << AttachTrouble::NoServerBehind;
    QTest::newRow("another program") << answered(200, "application/json", "{}") << AttachTrouble::NotSeonchak;
}

void TestAttached::refusalsMeanSomething()
{
    QFETCH(DeskAnswer, answer);
    QTEST(DeskLink::meaningOf(answer, true).trouble, "trouble");
    if (answer.status == 401)
        QCOMPARE(DeskLink::meaningOf(answer, false).trouble, AttachTrouble::TokenNeeded);
}

void TestAttached::errorsOfAnswers()
{
    QCOMPARE(errorOf({}).trouble, Trouble::Unavailable);
    QCOMPARE(errorOf(answered(504, "text/html", "")).trouble, Trouble::Uncertain);
    QCOMPARE(errorOf(problem(403, "not-permitted")).trouble, Trouble::NotPermitted);
    QCOMPARE(errorOf(problem(404, "doubt-not-found")).trouble, Trouble::NotFound);
    QCOMPARE(errorOf(problem(409, "cut-act-settled")).trouble, Trouble::Conflict);
    QCOMPARE(errorOf(problem(400, "invalid-body")).trouble, Trouble::BadInput);
    const Error taken = errorOf(problem(409, "code-exists", R"(,"codes":["A","B"])"));
    QCOMPARE(taken.trouble, Trouble::Conflict);
    QCOMPARE(taken.names, QList<QByteArray>({"A", "B"}));
    const Error part = errorOf(problem(503, "incomplete", R"(,"generated":7,"pushed":3)"));
    QCOMPARE(part.trouble, Trouble::Unavailable);
    QCOMPARE(part.partly->made, 7);
    QCOMPARE(part.partly->pushed, 3);
}

void TestAttached::everyTroubleHasWords()
{
    for (int trouble = 0; trouble <= int(AttachTrouble::OldServer); ++trouble) {
        const AttachFailure failure{AttachTrouble(trouble), QStringLiteral("why")};
        QVERIFY(!AttachWords::title(failure).isEmpty());
        QVERIFY(AttachWords::advice(failure, QStringLiteral("x")).size() > 40);
    }
}

void TestAttached::aStreamCutAnywhereIsTheSame()
{
    const QByteArray stream = ": hello\r\n\r\nid: 7\nevent: entry\ndata: {\"a\":1}\n\ndata: x\ndata: y\n\n"
                              "event: nothing\n\nid: 9\nevent: reading\ndata:{}\n\nevent: cut\ndata: off";
    const QStringList expected{"entry 7 {\"a\":1}", "message 7 x\ny", "reading 9 {}"};
    for (qsizetype size = 1; size <= stream.size(); ++size) {
        QStringList events;
        StreamReader reader([&](const StreamReader::Event &event) {
            events << QString::fromUtf8(event.name + ' ' + event.id + ' ' + event.data);
        });
        for (qsizetype at = 0; at < stream.size(); at += size)
            reader.read(stream.mid(at, size));
        QCOMPARE(events, expected);
    }
    int whole = 0;
    StreamReader bounded([&](const StreamReader::Event &) { ++whole; });
    for (int i = 0; i < 6; ++i)
        bounded.read("data: " + QByteArray(1'000'000, 'x') + '\n');
    bounded.read("\ndata: small\n\n");
    QCOMPARE(whole, 1); // The large one was passed over.
}

QTEST_MAIN(TestAttached)
#include "tst_attached.moc"
