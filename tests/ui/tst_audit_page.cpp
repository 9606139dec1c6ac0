// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The audit trail's page: searching, reading on, and the file it writes, also where the disk is full.

#include "tests/ui/page_world.h"
#include "ui/audit/audit_trail_page.h"
#include "ui/parts/state_panel.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace seonchak;

namespace {

/// A trail of `many` entries, the newest with the number `many`, answered as the book does.
struct World : PageWorld
{
    explicit World(int many, bool written = false)
        : real(written)
        , entries(many)
    {
        port.audits.answer = [this](const AuditFilter &filter) { return pageOf(filter); };
        port.recorded.answer = [](const QString &, const QString &, const QString &) {
            return Result<void>{};
        };
        page.reset(new AuditTrailPage(context));
        page->resize(1130, 700);
        page->show();
    }
    AuditEntry entry(int number) const
    {
        static const QStringList actions{"generate", "push", "void", "restore", "token-refused", "edit"};
        static const QStringList results{
            "done: 1000 generated", "done: 1000 pushed",         "broke off after 430000 of 1000000", "done",
            "refused: a token",     "refused: the code is taken"};
        static const QStringList details{"count 1000000, prefix \"\", length 12, push true",
                                         "coupon 5, new code VIP-0005"};
        const int kind = number % 6;
        return {number,
                clock.wall - (entries - number) * 61'000,
                number % 5 == 0   ? "REST 127.0.0.1"
                : number % 3 == 0 ? "settler"
                                  : "desk",
                actions[kind],
                real ? details[kind % 2]
                     : QStringLiteral("count 1000, prefix \"\", length 12, number %1").arg(number),
                results[kind]};
    }
    AuditPage pageOf(const AuditFilter &filter) const
    {
        AuditPage result;
        int number = filter.before > 0 ? int(filter.before) - 1 : entries;
        if (!filter.text.isEmpty() || !filter.action.isEmpty())
            number = 0; // nothing matches
        for (; number > 0 && result.items.size() < filter.limit; --number)
            result.items.append(entry(number));
        if (number > 0)
            result.next = number + 1;
        result.count = entries;
        return result;
    }
    QTableView *table() const { return part<QTableView>(*page, "auditTable"); }
    int rows() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    StatePanel *state() const { return part<StatePanel>(*page, "auditState"); }
    const AuditFilter &lastAsked() const { return std::get<0>(port.audits.asked.back()); }
    QByteArray exportTo(const QString &path)
    {
        press(*page, "auditExport");
        asker.choose(path);
        auto *button = part<QPushButton>(*page, "auditExport");
        if (!QTest::qWaitFor([button] { return button->isEnabled(); }, 30'000))
            qFatal("the export does not end");
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool real; ///< with details and results as they are written
    int entries;
    std::unique_ptr<AuditTrailPage> page;
    QTemporaryDir dir;
};

/// No file of this process may grow past `bytes`: what a full disk does, without a disk to fill.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestAuditPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesAreToldInWords();
    void scrollingReadsOn();
    void whatIsNewComesOnTop();
    void typingIsWaitedFor();
    void actionAndDaysNarrow();
    void anAnswerToAnOlderSearchIsDropped();
    void nothingMatchesSaysWhatToDo();
    void anEmptyTrailAndTrouble();
    void theWholeEntryIsShown();
    void exportWritesEverything();
    void exportMakesFormulasHarmless();
    void exportMayBeCancelled();
    void aFullDiskLeavesNoHalfFile();
    void aDatabaseThatGoesAwayLeavesNoHalfFile();
    void thePageMayGoWhileItExports();
    void pictures_data();
    void pictures();
};

void TestAuditPage::entriesAreToldInWords()
{
    const World world(7);
    QTRY_COMPARE(world.rows(), 7);
    QCOMPARE(world.cell(0, 1), "This window"); // number 7: push
    QCOMPARE(world.cell(0, 2), "Pushed");
    QCOMPARE(world.cell(0, 4), "Done: 1000 pushed");
    QCOMPARE(world.cell(1, 1), "The settler"); // number 6
    QCOMPARE(world.cell(2, 4), "Refused: the code is taken");
    const auto colour = [&world](int row) {
        return world.table()->model()->index(row, 4).data(Qt::ForegroundRole).value<QColor>();
    };
    QCOMPARE(colour(0), theme::colour(world.page->palette(), theme::Tone::Good));
    QCOMPARE(colour(2), theme::colour(world.page->palette(), theme::Tone::Bad));
}

void TestAuditPage::scrollingReadsOn()
{
    const World world(250);
    QTRY_COMPARE(world.rows(), 100);
    world.table()->scrollToBottom();
    QTRY_COMPARE(world.rows(), 200);
    QCOMPARE(world.lastAsked().before, qint64(151));
    world.table()->scrollToBottom();
    QTRY_COMPARE(world.rows(), 250);
    const int asked = world.port.audits.times();
    world.table()->scrollToTop();
    world.table()->scrollToBottom();
    QCoreApplication::processEvents();
    QCOMPARE(world.port.audits.times(), asked); // that was all
    QVERIFY(world.cell(249, 3).endsWith("number 1"));
}

void TestAuditPage::whatIsNewComesOnTop()
{
    World world(150);
    QTRY_COMPARE(world.rows(), 100);
    world.table()->scrollToBottom();
    QTRY_COMPARE(world.rows(), 150);
    world.entries = 152;
    world.page->refresh();
    QTRY_COMPARE(world.rows(), 152);
    QVERIFY(world.cell(0, 3).endsWith("number 152"));
    QVERIFY(world.cell(2, 3).endsWith("number 150"));
    QCOMPARE(textOf(*world.page, "auditCount"), "Entries: 152");
    world.entries = 400; // more than a page: there would be a hole
    world.page->refresh();
    QTRY_COMPARE(world.rows(), 100);
    QVERIFY(world.cell(0, 3).endsWith("number 400"));
}

void TestAuditPage::typingIsWaitedFor()
{
    World world(7);
    QTRY_COMPARE(world.rows(), 7);
    const int asked = world.port.audits.times();
    QTest::keyClicks(part<QLineEdit>(*world.page, "auditSearch"), "taken");
    QCOMPARE(world.port.audits.times(), asked);
    QTRY_COMPARE(world.port.audits.times(), asked + 1);
    QCOMPARE(world.lastAsked().text, "taken");
}

void TestAuditPage::actionAndDaysNarrow()
{
    World world(7);
    QTRY_COMPARE(world.rows(), 7);
    auto *actions = part<QComboBox>(*world.page, "auditAction");
    QCOMPARE(actions->count(), 35);
    actions->setCurrentIndex(actions->findData("void"));
    QTRY_COMPARE(world.lastAsked().action, "void");
    const QDate day(2026, 11, 3);
    part<QCheckBox>(*world.page, "auditHasFrom")->setChecked(true);
    part<QDateEdit>(*world.page, "auditFrom")->setDate(day);
    part<QCheckBox>(*world.page, "auditHasUntil")->setChecked(true);
    part<QDateEdit>(*world.page, "auditUntil")->setDate(day);
    QTRY_COMPARE(world.lastAsked().from, std::optional(day.startOfDay().toMSecsSinceEpoch()));
    QTRY_COMPARE(world.lastAsked().until, std::optional(day.addDays(1).startOfDay().toMSecsSinceEpoch()));
}

void TestAuditPage::anAnswerToAnOlderSearchIsDropped()
{
    World world(7);
    QTRY_COMPARE(world.rows(), 7);
    world.port.audits.hold = true;
    world.page->refresh();
    auto *actions = part<QComboBox>(*world.page, "auditAction");
    actions->setCurrentIndex(3);
    QTRY_VERIFY(!world.lastAsked().action.isEmpty());
    world.port.audits.release(); // the older answer has seven entries
    QTRY_COMPARE(world.rows(), 0);
}

void TestAuditPage::nothingMatchesSaysWhatToDo()
{
    World world(7);
    QTRY_COMPARE(world.rows(), 7);
    part<QComboBox>(*world.page, "auditAction")->setCurrentIndex(2);
    QTRY_COMPARE(world.state()->title(), "Nothing matches");
    QVERIFY(!part<QPushButton>(*world.page, "auditExport")->isEnabled());
    press(*world.page, "auditStateRetry");
    QTRY_COMPARE(world.rows(), 7);
    QCOMPARE(part<QComboBox>(*world.page, "auditAction")->currentIndex(), 0);
}

void TestAuditPage::anEmptyTrailAndTrouble()
{
    World world(0);
    world.port.audits.answer = [](const AuditFilter &) { return failure(Trouble::Unavailable, "away"); };
    QTRY_COMPARE(world.state()->title(), "Nothing has been done yet");
    world.page->refresh();
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Error);
    world.port.now.databaseConnected = false;
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Disconnected);
    world.entries = 3;
    world.port.audits.answer = [&world](const AuditFilter &filter) { return world.pageOf(filter); };
    world.port.now.databaseConnected = true;
    QTRY_COMPARE(world.rows(), 3);
}

void TestAuditPage::theWholeEntryIsShown()
{
    const World world(7);
    QTRY_COMPARE(world.rows(), 7);
    world.table()->selectRow(2);
    QTRY_VERIFY(textOf(*world.page, "auditDetail").contains("length 12, number 5"));
    QVERIFY(textOf(*world.page, "auditDetail").contains("Refused: the code is taken"));
    QVERIFY(part<QLabel>(*world.page, "auditDetail")->height() < world.table()->height() / 3);
    QCOMPARE(part<QLabel>(*world.page, "auditDetail")->textFormat(), Qt::PlainText);
}

void TestAuditPage::exportWritesEverything()
{
    World world(2345);
    QTRY_COMPARE(world.rows(), 100);
    const QString path = world.dir.filePath("trail.csv");
    const QByteArray csv = world.exportTo(path);
    QVERIFY(world.asker.suggestions.at(0).startsWith("seonchak-audit-2026"));
    QVERIFY(world.asker.suggestions.at(0).endsWith("-times-utc.csv"));
    QCOMPARE(csv.count("\r\n"), 2346);
    QVERIFY(csv.startsWith("\xEF\xBB\xBFid,"));
    QVERIFY(csv.contains("number 2345") && csv.contains("number 1\""));
    QCOMPARE(textOf(*world.page, "auditLine"), "2,345 entries were written to " + path + " (times in UTC).");
    QTRY_COMPARE(world.port.recorded.times(), 1);
    QCOMPARE(world.port.recorded.asked.at(0),
             std::make_tuple(QString("export"), QString("audit trail to trail.csv"),
                             QString("done: 2345 entries")));
}

void TestAuditPage::exportMakesFormulasHarmless()
{
    World world(1);
    QTRY_COMPARE(world.rows(), 1);
    world.port.audits.answer = [&world](const AuditFilter &) {
        auto entry = world.entry(1);
        entry.actor = "=cmd|' /C calc'!A0";
        return AuditPage{{entry}, {}};
    };
    const QByteArray csv = world.exportTo(world.dir.filePath("evil.csv"));
    QVERIFY2(csv.contains("'=cmd") && !csv.contains(",=cmd") && !csv.contains(",\"=cmd"), csv.constData());
}

void TestAuditPage::exportMayBeCancelled()
{
    World world(2345);
    QTRY_COMPARE(world.rows(), 100);
    world.port.audits.hold = true;
    press(*world.page, "auditExport");
    const QString path = world.dir.filePath("cancelled.csv");
    world.asker.choose(path);
    auto *cancel = part<QPushButton>(*world.page, "auditCancel");
    QTRY_VERIFY(cancel->isVisible());
    QCOMPARE(world.underWay.sentences(), QStringList{"The audit trail is being written to cancelled.csv."});
    world.port.audits.release();
    QTRY_VERIFY(textOf(*world.page, "auditLine").contains("1,000"));
    press(*world.page, "auditCancel");
    world.port.audits.hold = false;
    world.port.audits.release();
    QTRY_COMPARE(textOf(*world.page, "auditLine"), "The export was cancelled. No file was written.");
    QVERIFY(!cancel->isVisible());
    QVERIFY(world.underWay.isEmpty());
    QVERIFY(!QFile::exists(path));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files), QStringList());
}

void TestAuditPage::aFullDiskLeavesNoHalfFile()
{
    World world(2345);
    QTRY_COMPARE(world.rows(), 100);
    const QString path = world.dir.filePath("full.csv");
    {
        const FullDisk full(4096);
        world.exportTo(path);
    }
    QVERIFY2(textOf(*world.page, "auditLine").contains("Free some space"),
             qPrintable(textOf(*world.page, "auditLine")));
    QCOMPARE(part<ToneLabel>(*world.page, "auditLine")->tone(), theme::Tone::Bad);
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files), QStringList());
    QTRY_VERIFY(std::get<2>(world.port.recorded.asked.at(0)).startsWith("failed"));
}

void TestAuditPage::aDatabaseThatGoesAwayLeavesNoHalfFile()
{
    World world(2345);
    QTRY_COMPARE(world.rows(), 100);
    world.port.audits.answer = [&world](const AuditFilter &filter) -> Result<AuditPage> {
        if (filter.before > 0)
            return failure(Trouble::Unavailable, "away");
        return world.pageOf(filter);
    };
    world.exportTo(world.dir.filePath("half.csv"));
    QVERIFY(textOf(*world.page, "auditLine").contains("no file was written"));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files), QStringList());
}

void TestAuditPage::thePageMayGoWhileItExports()
{
    World world(2345);
    QTRY_COMPARE(world.rows(), 100);
    world.port.audits.hold = true;
    press(*world.page, "auditExport");
    world.asker.choose(world.dir.filePath("gone.csv"));
    world.page.reset();
    const int asked = world.port.audits.times();
    world.port.audits.release();
    QCoreApplication::processEvents();
    QCOMPARE(world.port.audits.times(), asked);
    QTRY_COMPARE(world.port.recorded.times(), 1); // with nobody there to tell
    QCOMPARE(std::get<2>(world.port.recorded.asked.at(0)), QString("failed: the window has gone"));
    QCOMPARE(QDir(world.dir.path()).entryList(QDir::Files), QStringList());
}

void TestAuditPage::pictures_data()
{
    pictureRows({"audit", "audit-nothing", "audit-exported"});
}

void TestAuditPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    World world(250, true);
    QTRY_COMPARE(world.rows(), 100);
    world.table()->selectRow(2);
    world.table()->setFocus();
    if (state == "audit-nothing") {
        auto *actions = part<QComboBox>(*world.page, "auditAction");
        actions->setCurrentIndex(actions->findData(QStringLiteral("set-aside")));
        part<QCheckBox>(*world.page, "auditHasFrom")->setChecked(true);
        QTRY_COMPARE(world.rows(), 0);
    }
    if (state == "audit-exported")
        world.exportTo(world.dir.filePath("seonchak-audit-20261103.csv"));
    QVERIFY(savePicture(*world.page));
    world.page->resize(850, 520); // the desk at its smallest
    QTRY_COMPARE(cutOff(*world.page), QString());
    QCOMPARE(world.page->width(), 850);
}

QTEST_MAIN(TestAuditPage)
#include "tst_audit_page.moc"
