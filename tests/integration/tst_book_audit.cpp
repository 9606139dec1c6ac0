// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_audit.h"
#include "tests/support/book_case.h"

#include <QTest>

using namespace seonchak;
using namespace seonchak::testing;

/// The audit trail: it only grows, and is searched.
class TestBookAudit : public BookCase
{
    Q_OBJECT

private Q_SLOTS:
    void onlyGrows_data() { DatabaseFixture::addEngines(); }
    void onlyGrows();
    void pagesTheNewestFirst_data() { DatabaseFixture::addEngines(); }
    void pagesTheNewestFirst();
    void searchesForWhatIsAsked_data() { DatabaseFixture::addEngines(); }
    void searchesForWhatIsAsked();
    void keepsAnyTextAsItIs_data() { DatabaseFixture::addEngines(); }
    void keepsAnyTextAsItIs();

private:
    void write(const char *actor, const char *action, const char *detail, const char *result,
               WallMs at = now);
    QStringList found(const AuditFilter &filter);
    QStringList containing(const char *text)
    {
        AuditFilter filter;
        filter.text = QString::fromUtf8(text);
        return found(filter);
    }
};

void TestBookAudit::write(const char *actor, const char *action, const char *detail, const char *result,
                          WallMs at)
{
    const AuditEntry entry{0,
                           at,
                           QString::fromUtf8(actor),
                           QString::fromUtf8(action),
                           QString::fromUtf8(detail),
                           QString::fromUtf8(result)};
    QVERIFY(book::writeAudit(*m_session, entry));
}

QStringList TestBookAudit::found(const AuditFilter &filter)
{
    QStringList details;
    const auto page = book::readAudit(*m_session, filter);
    if (!page)
        return {page.error().detail};
    for (const AuditEntry &entry : page->items)
        details.append(entry.detail);
    return details;
}

void TestBookAudit::onlyGrows()
{
    open();
    write("desk", "push", "one", "done");
    QStringList attacks{QStringLiteral("UPDATE audit SET result = 'nothing'"),
                        QStringLiteral("DELETE FROM audit"),
                        QStringLiteral("DELETE FROM audit WHERE id = 1")};
    if (m_session->engine() == DatabaseUrl::Engine::Postgresql)
        attacks.append(QStringLiteral("TRUNCATE audit"));
    else
        attacks.append(QStringLiteral("REPLACE INTO audit VALUES (1, 2, 'x', 'x', 'x', 'x')"));
    for (const QString &attack : std::as_const(attacks)) {
        const auto refused = m_session->execute(attack);
        QVERIFY2(!refused, qPrintable(attack));
        QVERIFY2(refused.error().detail.contains(QStringLiteral("only grows")),
                 qPrintable(refused.error().detail));
    }
    write("desk", "push", "two", "done");
    QCOMPARE(found({}), (QStringList{QStringLiteral("two"), QStringLiteral("one")}));
}

void TestBookAudit::pagesTheNewestFirst()
{
    open();
    constexpr int entries = 25;
    for (int i = 1; i <= entries; ++i)
        write("desk", i % 5 == 0 ? "void" : "push", QByteArray::number(i).constData(), "done", now + i);
    AuditFilter filter;
    filter.limit = 10;
    QList<qint64> seen;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const auto page = book::readAudit(*m_session, filter);
        QVERIFY(page);
        for (const AuditEntry &entry : page->items)
            seen.append(entry.detail.toLongLong());
        more = page->next.has_value();
        filter.before = page->next.value_or(0);
        write("settler", "push", "meanwhile", "done"); // newer ones do not shift what comes
    }
    QCOMPARE(pages, 3);
    QCOMPARE(seen.size(), entries);
    QVERIFY(std::ranges::is_sorted(seen, std::greater<>()));
    AuditFilter full;
    full.action = QStringLiteral("void");
    full.limit = 5;
    const auto last = book::readAudit(*m_session, full);
    QCOMPARE(last->items.size(), 5);
    QVERIFY(!last->next); // exactly one page: there is no empty one behind it
    full.limit = 0;
    QCOMPARE(book::readAudit(*m_session, full)->items.size(), 0);
    AuditFilter later; // what came after the third newest
    const auto newest = book::readAudit(*m_session, later)->items;
    later.after = newest.at(2).id;
    QCOMPARE(book::readAudit(*m_session, later)->items, newest.first(2));
}

void TestBookAudit::searchesForWhatIsAsked()
{
    open();
    write("desk", "generate", "count 1000, prefix \"SALE_\"", "done: 1000 generated", now);
    write("REST 127.0.0.1", "push", "count 50%", "refused: Redis is away", now + 10);
    write("settler", "restore", "code 쿠폰!1", "done", now + 20);
    const QString generated = QStringLiteral("count 1000, prefix \"SALE_\"");
    const QString pushed = QStringLiteral("count 50%");
    const QString restored = QStringLiteral("code 쿠폰!1");
    QCOMPARE(containing("COUNT"), (QStringList{pushed, generated}));
    QCOMPARE(containing("sale_"), QStringList{generated});
    QCOMPARE(containing("%"), QStringList{pushed});
    QCOMPARE(containing("_"), QStringList{generated});
    QCOMPARE(containing("쿠폰!"), QStringList{restored});
    QCOMPARE(containing("!"), QStringList{restored});
    QCOMPARE(containing("rest 127"), QStringList{pushed});
    QCOMPARE(containing("' OR '1' = '1"), QStringList{});
    QCOMPARE(containing("\\"), QStringList{});
    AuditFilter filter;
    filter.from = now + 10;
    QCOMPARE(found(filter), (QStringList{restored, pushed}));
    filter.until = now + 20;
    QCOMPARE(found(filter), QStringList{pushed});
    filter.action = QStringLiteral("push");
    filter.text = QStringLiteral("away");
    QCOMPARE(found(filter), QStringList{pushed});
    filter.action = QStringLiteral("pus");
    QCOMPARE(found(filter), QStringList{});
}

void TestBookAudit::keepsAnyTextAsItIs()
{
    open();
    AuditEntry entry{
        0, now, QString(), QStringLiteral("token-refused"), QStringLiteral("<img src=x> '\"; --\n"), {}};
    QVERIFY(book::writeAudit(*m_session, entry));
    const auto page = book::readAudit(*m_session, {});
    QCOMPARE(page->items.size(), 1);
    entry.id = page->items[0].id;
    QVERIFY(entry.id > 0);
    QCOMPARE(page->items[0], entry);
    entry.detail = QString(50'000, u'x') + QChar(0);
    QVERIFY(book::writeAudit(*m_session, entry)); // whoever is refused does not fill the disk
    QCOMPARE(book::readAudit(*m_session, {})->items[0].detail.size(), 2000);
}

QTEST_GUILESS_MAIN(TestBookAudit)
#include "tst_book_audit.moc"
