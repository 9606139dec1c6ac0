// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing answers for a while: the pages say so, and blame the database only when it is known to be away.

#include "tests/ui/page_world.h"
#include "ui/audit/audit_trail_page.h"
#include "ui/doubts/doubts_page.h"

using namespace seonchak;

namespace {

struct World : PageWorld
{
    World()
    {
        OpenDoubt doubt;
        doubt.reservation = 1;
        doubt.code = "A";
        doubt.user = 41;
        doubt.since = clock.wall;
        port.doubtLists.answer = [doubt] { return QList<OpenDoubt>{doubt}; };
        port.audits.answer = [](const AuditFilter &) {
            AuditPage page;
            page.items.append({1, 5, "desk", "pause", {}, "done"});
            page.count = 1;
            return page;
        };
    }
    /// The present question waits for longer than anybody would.
    void fallSilent()
    {
        port.holdStatus = true;
        const int asked = port.statusCalls;
        QTRY_VERIFY(port.statusCalls > asked);
        clock.steady += 5'000'000'000;
    }
    void loseDatabase()
    {
        port.now.outages.push_back({Outage::Service::Database, Outage::Cure::Reach, "gone", 0});
    }
    void answer()
    {
        port.now.outages.clear();
        port.holdStatus = false;
        port.answerStatus();
    }
};

} // namespace

class TestSilentPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsInDoubt();
    void theAuditTrail();
};

void TestSilentPages::whatIsInDoubt()
{
    World world;
    DoubtsPage page(world.context);
    page.show();
    QTRY_COMPARE(textOf(page, "doubtsCount"), "In doubt: 1");
    QTRY_VERIFY(world.pulse.last().answered);
    world.fallSilent();
    QTRY_COMPARE(textOf(page, "doubtsLine"), "The list is the last one known. Waiting for new numbers.");
    world.loseDatabase();
    QTRY_VERIFY(textOf(page, "doubtsLine").contains("database does not answer"));
    world.answer();
    QTRY_VERIFY(textOf(page, "doubtsLine").contains("every 7 s"));
}

void TestSilentPages::theAuditTrail()
{
    World world;
    AuditTrailPage page(world.context);
    page.show();
    auto *button = part<QPushButton>(page, "auditExport");
    QTRY_VERIFY(button->isEnabled());
    QTRY_VERIFY(world.pulse.last().answered);
    world.fallSilent();
    QTRY_COMPARE(textOf(page, "auditLine"), "This is the last that was read. Waiting for new numbers.");
    QVERIFY(!button->isEnabled());
    world.loseDatabase();
    QTRY_VERIFY(textOf(page, "auditLine").contains("database does not answer"));
    world.answer();
    QTRY_COMPARE(textOf(page, "auditLine"), "");
    QVERIFY(button->isEnabled());
}

QTEST_MAIN(TestSilentPages)
#include "tst_silent_pages.moc"
