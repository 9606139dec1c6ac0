// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_doubts.h"
#include "core/database/book/book_life.h"
#include "tests/support/book_case.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using What = LifeEvent::What;

namespace {

constexpr qint64 plenty = 1000;

LifeEntry entry(const QByteArray &code, What what, WallMs at, std::optional<UserId> user = {},
                const QString &detail = {})
{
    return {code, {what, at, user, {}, detail}};
}

} // namespace

/// What the book remembers beside the coupons: lives and doubts.
class TestBookMemory : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAWholeLife_data() { DatabaseFixture::addEngines(); }
    void tellsAWholeLife();
    void tellsOfAnOpenDoubtOnce_data() { DatabaseFixture::addEngines(); }
    void tellsOfAnOpenDoubtOnce();
    void tellsWhatWasSetAside_data() { DatabaseFixture::addEngines(); }
    void tellsWhatWasSetAside();
    void findsByFormerCodes_data() { DatabaseFixture::addEngines(); }
    void findsByFormerCodes();
    void keepsAnyTextAsItIs_data() { DatabaseFixture::addEngines(); }
    void keepsAnyTextAsItIs();
    void keepsLivesWithinBounds_data() { DatabaseFixture::addEngines(); }
    void keepsLivesWithinBounds();
    void countsAttempts_data() { DatabaseFixture::addEngines(); }
    void countsAttempts();

private:
    QList<What> lifeOf(const QByteArray &code);
    QList<LifeEvent> eventsOf(const QByteArray &code);
    qint64 rows(const char *table)
    {
        return DatabaseFixture::numberOf(*m_session,
                                         QStringLiteral("SELECT count(*) FROM ") + QLatin1String(table));
    }
};

QList<LifeEvent> TestBookMemory::eventsOf(const QByteArray &code)
{
    const auto life = book::biography(*m_session, code);
    if (!life)
        qWarning("%s", qPrintable(life.error().detail));
    return life && *life ? (*life)->events : QList<LifeEvent>{};
}

QList<What> TestBookMemory::lifeOf(const QByteArray &code)
{
    QList<What> what;
    const QList<LifeEvent> events = eventsOf(code);
    for (const LifeEvent &event : events)
        what.append(event.what);
    return what;
}

void TestBookMemory::tellsAWholeLife()
{
    open();
    QCOMPARE(book::addFresh(*m_session, {"A", "B"}, now).value_or(-1), 2);
    QCOMPARE(lifeOf("A"), QList<What>{What::Generated});
    QVERIFY(book::claimForPush(*m_session, 7, 2, now + 1000));
    QVERIFY(book::finishPush(*m_session, 7));
    // Written in whatever order it came in; told in the order of time.
    QVERIFY(
        book::writeLife(*m_session,
                        {entry("A", What::Restored, now + 4000, 5), entry("A", What::Reserved, now + 2000, 5),
                         entry("A", What::PartnerRefused, now + 3000, 5, QStringLiteral("NO_STOCK"))},
                        plenty));
    const std::vector<IssueEntry> issues{{6, "A", 12, now + 6000, now + 5000}};
    QVERIFY(book::writeIssues(*m_session, issues));
    const QList<LifeEvent> expected{{What::Generated, now, {}, {}, {}},
                                    {What::Pushed, now + 1000, {}, {}, {}},
                                    {What::Reserved, now + 2000, 5, {}, {}},
                                    {What::PartnerRefused, now + 3000, 5, {}, QStringLiteral("NO_STOCK")},
                                    {What::Restored, now + 4000, 5, {}, {}},
                                    {What::Reserved, now + 5000, 6, {}, {}},
                                    {What::Issued, now + 6000, 6, {}, {}}};
    QCOMPARE(eventsOf("A"), expected);
    QCOMPARE(lifeOf("B"), (QList<What>{What::Generated, What::Pushed}));
    const auto life = book::biography(*m_session, "A");
    QCOMPARE((*life)->coupon.status, CouponStatus::Issued);
    QCOMPARE((*life)->coupon.userId, std::optional<UserId>(6));
    QVERIFY(!*book::biography(*m_session, "NONE"));
    QVERIFY(!*book::biography(*m_session, QByteArray("A\xff")));
    // Where nobody wrote down when it was reserved, nothing is made up.
    const std::vector<IssueEntry> unknown{{8, "B", 13, now + 9000}};
    QVERIFY(book::writeIssues(*m_session, unknown));
    QCOMPARE(lifeOf("B"), (QList<What>{What::Generated, What::Pushed, What::Issued}));
}

void TestBookMemory::tellsOfAnOpenDoubtOnce()
{
    open();
    stock({"A", "B"}, 1);
    QVERIFY(changeDoubt(*m_session, 5, "A", 11));
    QVERIFY(changeDoubt(*m_session, 6, "B", 12));
    QCOMPARE(lifeOf("A").back(), What::InDoubt);
    QVERIFY(book::writeLife(*m_session, {entry("B", What::InDoubt, now + 5, 6)}, plenty));
    QCOMPARE(lifeOf("B").count(What::InDoubt), 1);
    QVERIFY(book::writeAttempts(*m_session, {{11, now + 7, QStringLiteral("no answer")}}));
    QCOMPARE(eventsOf("A").back(), (LifeEvent{What::Asked, now + 7, 5, {}, QStringLiteral("no answer")}));
    // The one doubt has ended, and another began.
    QVERIFY(book::writeLife(*m_session,
                            {entry("B", What::Restored, now + 8, 6), entry("B", What::Reserved, now + 9, 6)},
                            plenty));
    QCOMPARE(lifeOf("B").count(What::InDoubt), 2);
}

void TestBookMemory::tellsWhatWasSetAside()
{
    open();
    stock({"A"}, 1);
    QVERIFY(book::setAside(*m_session, "A", 4, 11, QStringLiteral("two <b>users</b>"), now + 3));
    QVERIFY(book::writeLife(*m_session, {entry("A", What::SetAside, now + 3, 4, QStringLiteral("the same"))},
                            plenty));
    QCOMPARE(lifeOf("A").count(What::SetAside), 1);
    QCOMPARE(eventsOf("A").back(),
             (LifeEvent{What::SetAside, now + 3, 4, {}, QStringLiteral("two <b>users</b>")}));
    // A person's word on who has it, and the row that came of it, are one event.
    QCOMPARE(issue(*m_session, 4, "A", 11)->kind, Booked::Kind::Issued);
    LifeEntry declared = entry("A", What::Issued, now + 4, 4);
    declared.event.actor = QStringLiteral("desk");
    QVERIFY(book::writeLife(*m_session, {declared}, plenty));
    QCOMPARE(lifeOf("A").count(What::Issued), 1);
    const auto events = eventsOf("A");
    const auto issued = std::ranges::find(events, What::Issued, &LifeEvent::what);
    QCOMPARE(issued->actor, QStringLiteral("desk"));
    QCOMPARE(issued->at, now);
}

void TestBookMemory::findsByFormerCodes()
{
    open();
    stock({"OLD", "OTHER"}, 1);
    const CouponId id = idOf("OLD");
    QVERIFY(book::beginRename(*m_session, id, "NEW"));
    QVERIFY(book::writeLife(*m_session, {entry("OLD", What::Reserved, now + 1, 3)},
                            plenty)); // in the middle of it
    QCOMPARE((*book::biography(*m_session, "OLD"))->coupon.id, id);
    QVERIFY(book::writeLife(*m_session, {entry("NEW", What::Edited, now + 2, {}, QStringLiteral("OLD"))},
                            plenty));
    QVERIFY(book::finishRename(*m_session, id));
    QCOMPARE((*book::biography(*m_session, "OLD"))->coupon.code, QByteArray("NEW"));
    QCOMPARE(lifeOf("OLD"), lifeOf("NEW"));
    QCOMPARE(lifeOf("NEW"), (QList<What>{What::Generated, What::Pushed, What::Reserved, What::Edited}));
    // What was noted under the former code, and is written after the edit, finds its coupon.
    QVERIFY(book::writeLife(*m_session, {entry("OLD", What::Restored, now + 3, 3)}, plenty));
    QCOMPARE(lifeOf("NEW").back(), What::Restored);
    // Once another coupon has the code it is that one's.
    QVERIFY(book::addFresh(*m_session, {"OLD"}, now));
    QCOMPARE((*book::biography(*m_session, "OLD"))->coupon.code, QByteArray("OLD"));
    QCOMPARE(lifeOf("OLD"), QList<What>{What::Generated});
}

void TestBookMemory::keepsAnyTextAsItIs()
{
    open();
    const QByteArray code = "\"'%_\\쿠폰<b>";
    stock({code}, 1);
    const QString nasty = QStringLiteral("'); DROP TABLE life; -- \"[{\\u0000 쿠폰 😀\n<b>");
    QVERIFY(book::writeLife(*m_session, {entry(code, What::Asked, now + 1, 2, nasty)}, plenty));
    QCOMPARE(eventsOf(code).back().detail, nasty);
    QString broken = QStringLiteral("a\tb");
    broken += QChar(0);
    broken += QChar(0xd83d); // half of a character
    QVERIFY(book::writeLife(*m_session, {entry(code, What::Asked, now + 2, 2, broken)}, plenty));
    QVERIFY(eventsOf(code).back().detail.startsWith(QStringLiteral("a\tb")));
    QVERIFY(book::writeLife(*m_session,
                            {entry(code, What::Asked, now + 3, 2, QString(100'000, u'가')),
                             entry("unknown'", What::Asked, now, 1), entry("", What::Asked, now, 1)},
                            plenty));
    QCOMPARE(eventsOf(code).back().detail, QString(500, u'가'));
    QCOMPARE(rows("life"), 3);
}

void TestBookMemory::keepsLivesWithinBounds()
{
    open();
    stock({"A"}, 1);
    constexpr int events = 700;
    constexpr int shown = 500;
    QList<LifeEntry> many;
    for (int i = 1; i <= events; ++i)
        many.append(entry("A", What::Asked, now + i, i));
    QVERIFY(book::writeLife(*m_session, many, plenty));
    const auto told = eventsOf("A");
    QCOMPARE(told.size(), shown);
    QCOMPARE(told.front().what, What::Generated);
    QCOMPARE(told.back().at, now + events);
    QVERIFY(book::writeLife(*m_session, many.mid(0, 20), 10));
    QCOMPARE(rows("life"), 10);
    QCOMPARE(eventsOf("A").back().user, std::optional<UserId>(20)); // the last ones written are kept
}

void TestBookMemory::countsAttempts()
{
    open();
    stock({"A", "B", "C"}, 1);
    for (const auto &[user, code] : {std::pair(1, "A"), std::pair(2, "B"), std::pair(3, "C")})
        QVERIFY(changeDoubt(*m_session, user, code, 10 + user));
    QVERIFY(
        m_session->execute(QStringLiteral("UPDATE doubt SET since = since - 500 WHERE reservation = 12")));
    const auto doubts = book::openDoubts(*m_session, 2);
    QCOMPARE(doubts->size(), 2);
    QCOMPARE(doubts->at(0), (OpenDoubt{12, idOf("B"), "B", 2, now - 500, 0, {}, {}}));
    QCOMPARE(doubts->at(1).reservation, 11);
    QCOMPARE(book::openDoubts(*m_session, 0)->size(), 0);
    const QString said = QStringLiteral("503 '%_\" <script>");
    QVERIFY(book::writeAttempts(
        *m_session, {{11, now + 9, said}, {11, now + 5, QStringLiteral("earlier")}, {99, now, {}}}));
    QVERIFY(book::writeAttempts(*m_session, {{13, now + 6, QString()}}));
    QVERIFY(book::writeAttempts(*m_session, {}));
    const auto asked = book::openDoubt(*m_session, 11);
    QCOMPARE(**asked, (OpenDoubt{11, idOf("A"), "A", 1, now, 2, now + 9, said}));
    QVERIFY(book::writeAttempts(*m_session, {{11, now + 12, QStringLiteral("later")}}));
    QCOMPARE((*book::openDoubt(*m_session, 11))->attempts, 3);
    QCOMPARE((*book::openDoubt(*m_session, 11))->answer, QStringLiteral("later"));
    QCOMPARE((*book::openDoubt(*m_session, 12))->attempts, 0);
    QCOMPARE((*book::openDoubt(*m_session, 13))->attempts, 1);
    QVERIFY(!*book::openDoubt(*m_session, 99));
    QVERIFY(changeDoubt(*m_session, 1, "A", 11, false));
    QVERIFY(!*book::openDoubt(*m_session, 11));
}

QTEST_GUILESS_MAIN(TestBookMemory)
#include "tst_book_memory.moc"
