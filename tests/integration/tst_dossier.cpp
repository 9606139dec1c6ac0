// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/csv_reader.h"
#include "core/database/book/book_acts.h"
#include "core/database/book/book_audit.h"
#include "core/database/book/book_doubts.h"
#include "core/database/book/book_life.h"
#include "core/database/book/book_refusals.h"
#include "core/database/book/book_void.h"
#include "core/database/engine/row_stream.h"
#include "core/dossier/cells.h"
#include "core/dossier/judge.h"
#include "core/dossier/records.h"
#include "core/dossier/writer.h"
#include "tests/support/book_case.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;
using namespace seonchak::dossier;

/// The dossier from a book on both engines: what its rows become, and what is made of them.
class TestDossier : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachCouponAsItStands_data() { DatabaseFixture::addEngines(); }
    void tellsEachCouponAsItStands();
    void tellsHowDoubtsEnded_data() { DatabaseFixture::addEngines(); }
    void tellsHowDoubtsEnded();
    void tellsRefusalsBySecond_data() { DatabaseFixture::addEngines(); }
    void tellsRefusalsBySecond();
    void tellsSellOutsAndWithdrawals_data() { DatabaseFixture::addEngines(); }
    void tellsSellOutsAndWithdrawals();
    void drawsASaleOfLessThanASecond_data() { DatabaseFixture::addEngines(); }
    void drawsASaleOfLessThanASecond();
    void hidesUsers_data() { DatabaseFixture::addEngines(); }
    void hidesUsers();
    void tellsOfABookThatDoesNotAgree_data() { DatabaseFixture::addEngines(); }
    void tellsOfABookThatDoesNotAgree();
    void streamsMoreThanOnePortion_data() { DatabaseFixture::addEngines(); }
    void streamsMoreThanOnePortion();
    void ofAnEmptyBook_data() { DatabaseFixture::addEngines(); }
    void ofAnEmptyBook();

private:
    void issueAt(UserId user, const QByteArray &code, WallMs reserved, WallMs issued);
    void note(const QByteArray &code, LifeEvent::What what, WallMs at, UserId user,
              const QString &detail = {});
    /// Writes the dossier and verifies it.
    void write(bool pseudonyms = false);
    QByteArray fileOf(const char *name);
    QList<QByteArrayList> rowsOf(const char *name);
    QJsonObject sums();

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_reservation = 0;
};

void TestDossier::issueAt(UserId user, const QByteArray &code, WallMs reserved, WallMs issued)
{
    IssueEntry entry{user, code, ++m_reservation, issued};
    entry.reservedAt = reserved;
    const std::vector<IssueEntry> entries{entry};
    QVERIFY(m_session->transaction([&]() -> Result<void> {
        const auto answers = book::writeIssues(*m_session, entries);
        return answers && answers->front() ? Result<void>{}
                                           : failure(Trouble::Internal, QStringLiteral("no"));
    }));
}

void TestDossier::note(const QByteArray &code, LifeEvent::What what, WallMs at, UserId user,
                       const QString &detail)
{
    QVERIFY(book::writeLife(*m_session, {{code, {what, at, user, {}, detail}}}, 1000));
}

void TestDossier::write(bool pseudonyms)
{
    m_folder = std::make_unique<QTemporaryDir>();
    Order order;
    order.database = m_url;
    order.out = m_folder->filePath(QStringLiteral("dossier"));
    if (pseudonyms)
        order.keyFile = m_folder->filePath(QStringLiteral("key"));
    const auto written = dossier::write(order);
    QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
    QVERIFY(isDossier(order.out));
    QCOMPARE(verify(order.out), QStringList());
}

QByteArray TestDossier::fileOf(const char *name)
{
    QFile file(m_folder->filePath(QStringLiteral("dossier/") + QString::fromLatin1(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QByteArrayList> TestDossier::rowsOf(const char *name)
{
    QList<QByteArrayList> rows;
    CsvReader reader(',', [&](qint64, const QList<QByteArray> &cells) { rows.append(cells); });
    if (!reader.feed(fileOf(name)) || !reader.finish() || rows.isEmpty())
        return {};
    return rows.mid(1);
}

QJsonObject TestDossier::sums()
{
    return QJsonDocument::fromJson(fileOf(name::summary)).object()["records"].toObject();
}

void TestDossier::tellsEachCouponAsItStands()
{
    open();
    stock(codes(0, 5), 1);
    QVERIFY(book::addFresh(*m_session, {"=1+1"}, now));
    issueAt(41, "C1000", now + 10, now + 25);
    issueAt(42, "C1001", 0, now + 30);
    QVERIFY(changeDoubt(*m_session, 43, "C1002", 77));
    write();
    const QByteArray at = timeText(now);
    const QList<QByteArrayList> expected{
        {"1", "C1000", "ISSUED", "41", at, at, timeText(now + 10), timeText(now + 25), "", ""},
        {"2", "C1001", "ISSUED", "42", at, at, "", timeText(now + 30), "", ""},
        {"3", "C1002", "IN_DOUBT", "43", at, at, "", "", at, ""},
        {"4", "C1003", "AVAILABLE", "", at, at, "", "", "", ""},
        {"5", "C1004", "AVAILABLE", "", at, at, "", "", "", ""},
        {"6", "'=1+1", "STAGED", "", at, "", "", "", "", ""}};
    QCOMPARE(rowsOf(name::coupons), expected);
    const auto latency = sums()["latencyMs"].toObject();
    QCOMPARE(latency["issued"].toObject()["max"].toInt(), 15);
    QCOMPARE(latency["notRecorded"].toInt(), 1);
    QVERIFY(sums()["findings"].toObject()["sound"].toBool());
    QCOMPARE(rowsOf(name::stock).last().last(), QByteArray("2"));
}

void TestDossier::tellsHowDoubtsEnded()
{
    using What = LifeEvent::What;
    open();
    stock(codes(0, 6), 1);
    note("C1000", What::InDoubt, now + 1, 50);
    note("C1000", What::Restored, now + 9, 50, QStringLiteral("the store never heard of it"));
    issueAt(60, "C1000", now + 20, now + 21);
    note("C1001", What::InDoubt, now + 2, 51);
    note("C1001", What::Asked, now + 3, 51, QStringLiteral("the store gave no answer"));
    note("C1001", What::Issued, now + 4, 51);
    issueAt(51, "C1001", now + 1, now + 4);
    note("C1002", What::InDoubt, now + 5, 52);
    QVERIFY(changeDoubt(*m_session, 52, "C1002", 78));
    QVERIFY(book::writeAttempts(*m_session, {{78, now + 6, QStringLiteral("the store has it for user 9")}}));
    note("C1003", What::InDoubt, now + 7,
         53); // its end was not noted, but the book has it issued to the same user
    issueAt(53, "C1003", now + 6, now + 8);
    note("C1004", What::InDoubt, now + 7, 54); // its end was not noted, and somebody else has it
    issueAt(64, "C1004", now + 30, now + 31);
    QVERIFY(changeDoubt(*m_session, 55, "C1005", 79)); // its beginning was not noted
    write();
    const auto rows = rowsOf(name::doubts);
    QCOMPARE(rows.size(), 6);
    const auto told = [&](int row) {
        return QByteArrayList{rows[row][1], rows[row][2], rows[row][3],
                              rows[row][5], rows[row][8], rows[row][11]};
    };
    QCOMPARE(told(0), (QByteArrayList{"C1000", "50", "0", "0", "RESTORED", ""}));
    QCOMPARE(told(1), (QByteArrayList{"C1001", "51", "0", "1", "ISSUED", "51"}));
    QCOMPARE(told(2), (QByteArrayList{"C1002", "52", "78", "1", "OPEN", ""}));
    QCOMPARE(told(3), (QByteArrayList{"C1003", "53", "0", "0", "ISSUED", "53"}));
    QCOMPARE(told(4), (QByteArrayList{"C1004", "54", "0", "0", "NOT_RECORDED", ""}));
    QCOMPARE(told(5), (QByteArrayList{"C1005", "55", "79", "0", "OPEN", ""}));
    QCOMPARE(rows[0][9], timeText(now + 9));
    QCOMPARE(rows[2][7], QByteArray("the store has it for user 9"));
    QCOMPARE(sums()["latencyMs"].toObject()["issuedAfterDoubt"].toObject()["count"].toInt(), 2);
    QVERIFY(sums()["findings"].toObject()["sound"].toBool());
}

void TestDossier::tellsRefusalsBySecond()
{
    using Reason = Refusal::Reason;
    open();
    constexpr WallMs s = 1000;
    QVERIFY(book::writeRefusals(*m_session,
                                {{1, Reason::SoldOut, now, now + 3 * s, 5, {}, 0},
                                 {2, Reason::SoldOut, now + 10, now + 20, 3, {}, 0},
                                 {2, Reason::Paused, now + s, now + s, 1, {}, 0}},
                                100));
    write();
    const QList<QByteArrayList> expected{{timeText(now), "SOLD_OUT", "4"},
                                         {timeText(now + s), "WHILE_PAUSED", "1"},
                                         {timeText(now + 3 * s), "SOLD_OUT", "1"}};
    QCOMPARE(rowsOf(name::refusalSeconds), expected);
    const auto soldOut = sums()["refusals"].toObject()["SOLD_OUT"].toObject();
    QCOMPARE(soldOut["times"].toInt(), 8);
    QCOMPARE(soldOut["secondUnknown"].toInt(), 3);
    QCOMPARE(rowsOf(name::refusals).size(), 3);
}

void TestDossier::tellsSellOutsAndWithdrawals()
{
    open();
    stock(codes(0, 2), 1);
    issueAt(1, "C1000", now + 100, now + 110);
    issueAt(2, "C1001", now + 300, now + 310);
    // A second filling, long after; a person takes the rest out.
    constexpr WallMs later = now + 60'000;
    QVERIFY(book::addFresh(*m_session, codes(2, 2), later));
    QVERIFY(book::claimForPush(*m_session, 2, 2, later));
    QVERIFY(book::finishPush(*m_session, 2));
    issueAt(3, "C1002", later + 5, later + 6);
    QVERIFY(m_session->execute(QStringLiteral("UPDATE coupon SET status = 5 WHERE code = 'C1003'")));
    note("C1003", LifeEvent::What::Voided, later + 2000, 0);
    write();
    const auto soldOut = sums()["stock"].toObject()["soldOut"].toArray();
    QCOMPARE(soldOut.size(), 2);
    QCOMPARE(soldOut[0].toObject()["at"].toString(), QString::fromLatin1(timeText(now + 300)));
    QCOMPARE(soldOut[0].toObject()["taken"].toInt(), 2);
    QVERIFY(!soldOut[0].toObject()["withdrawn"].toBool());
    QCOMPARE(soldOut[1].toObject()["filledAt"].toString(), QString::fromLatin1(timeText(later)));
    QVERIFY(soldOut[1].toObject()["withdrawn"].toBool());
    QCOMPARE(rowsOf(name::coupons)[3][9], timeText(later + 2000));
    QCOMPARE(rowsOf(name::stock).last(), (QByteArrayList{timeText(later + 2000), "0", "0", "1", "0"}));
}

/// The stock was filled a day before, and was gone within a second: that second is what is drawn.
void TestDossier::drawsASaleOfLessThanASecond()
{
    constexpr WallMs opening = now + 86'400'000;
    open();
    stock(codes(0, 4), 1);
    for (int i = 0; i < 4; ++i)
        issueAt(i + 1, codes(i, 1).front(), opening + i * 280, opening + i * 280 + 5);
    write();
    const QString page = QString::fromUtf8(fileOf(name::page));
    static const QRegularExpression line(QStringLiteral("<path d=\"([^\"]*)\" stroke=\"var\\(--bar\\)\""));
    const QString steps = line.match(page).captured(1);
    // Full at its left edge, four steps about a third of the width apart, and empty.
    static const QRegularExpression each(
        QStringLiteral("^M72 10H(\\d+)V35H(\\d+)V60H(\\d+)V85H(\\d+)V110H690$"));
    const auto found = each.match(steps);
    QVERIFY2(found.hasMatch(), qPrintable(steps));
    const int width = found.captured(4).toInt() - found.captured(1).toInt();
    QVERIFY2(width > 550 && qAbs(found.captured(2).toInt() - found.captured(1).toInt() - width / 3) <= 1,
             qPrintable(steps));
    QVERIFY(page.contains(QString::fromLatin1(timeText(opening + 840)) + QStringLiteral("</text>")));
    QVERIFY(!page.contains(QString::fromLatin1(timeText(now)) + QStringLiteral("</text>")));
}

void TestDossier::hidesUsers()
{
    constexpr UserId user = 7'000'000'041;
    open();
    stock(codes(0, 2), 1);
    issueAt(user, "C1000", now, now + 1);
    note("C1001", LifeEvent::What::InDoubt, now, user + 1);
    QVERIFY(changeDoubt(*m_session, user + 1, "C1001", 80));
    QVERIFY(
        book::writeAttempts(*m_session, {{80, now, QStringLiteral("the store has it for user 7000000043")}}));
    QVERIFY(book::writeRefusals(*m_session, {{user + 3, Refusal::Reason::SoldOut, now, now, 1, {}, 0}}, 100));
    for (const char *detail :
         {"user 7000000041", "code X, user 7000000042: Redis had \"C\"",
          "user 7000000041; user 7000000042 has another", "rudals:user:coupon:7000000043",
          "{\"userId\":7000000041}", "300 generated, process 7, 5 users, 12 rows"}) {
        const QString text = QString::fromLatin1(detail);
        QVERIFY(book::writeAudit(*m_session,
                                 {0, now, QStringLiteral("REST"), QStringLiteral("ask"), text, text}));
    }
    write(true);
    const QDir folder(m_folder->filePath(QStringLiteral("dossier")));
    for (const QString &name : folder.entryList(QDir::Files))
        QVERIFY2(!fileOf(qPrintable(name)).contains("70000000"), qPrintable(name));
    QVERIFY(fileOf(name::audit).contains("300 generated, process 7, 5 users, 12 rows"));
    QCOMPARE(rowsOf(name::coupons)[0][3].size(), 34);
}

void TestDossier::tellsOfABookThatDoesNotAgree()
{
    open();
    stock(codes(0, 3), 1);
    issueAt(1, "C1000", now, now + 1);
    QVERIFY(m_session->execute(QStringLiteral("DELETE FROM coupon WHERE code = 'C1000'")));
    write();
    const auto findings = sums()["findings"].toObject();
    QVERIFY(!findings["sound"].toBool());
    QCOMPARE(findings["issuesWithoutCoupon"].toInt(), 1);
    QVERIFY(fileOf(name::page).contains("The records do not agree with each other"));
}

void TestDossier::streamsMoreThanOnePortion()
{
    open();
    constexpr int many = 12'345;
    QVERIFY(book::addFresh(*m_session, codes(0, many), now));
    qint64 seen = 0;
    const auto read = m_session->snapshot([&]() -> Result<void> {
        const QString sql = QStringLiteral("SELECT id FROM coupon ORDER BY id");
        const auto all = streamRows(
            *m_session, sql, [&](const QSqlQuery &row) { return row.value(0).toLongLong() == ++seen; });
        if (!all)
            return all;
        qint64 some = 0;
        const auto part = streamRows(*m_session, sql, [&](const QSqlQuery &) { return ++some < 7; });
        return part && some == 7 ? part : failure(Trouble::Internal, QStringLiteral("it went on"));
    });
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(seen, qint64(many));
    write();
    QCOMPARE(rowsOf(name::coupons).size(), many);
}

void TestDossier::ofAnEmptyBook()
{
    open();
    write();
    QCOMPARE(rowsOf(name::coupons).size(), 0);
    QVERIFY(sums()["findings"].toObject()["sound"].toBool());
}

QTEST_GUILESS_MAIN(TestDossier)
#include "tst_dossier.moc"
