// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of what is in doubt: what it asks before it acts, what it does, and what it says when.

#include "tests/ui/doubts_world.h"
#include "ui/doubts/doubt_model.h"
#include "ui/parts/moment.h"

#include <QSignalSpy>

using namespace seonchak;

namespace {

using World = DoubtsWorld;

/// Wrapped, since a column must not ask whether two are the same.
struct Answer
{
    Result<DoubtEnd> is;
};

} // namespace

class TestDoubtsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDoubtHasItsRow();
    void theAgeGrows();
    void itSaysWhenAndWhatNext();
    void nothingInDoubtSaysSo();
    void aListThatCannotBeReadSaysWhatToDo();
    void withoutADatabaseItSaysSo();
    void nothingHappensWithoutAYes();
    void askingAgainNeedsNoConfirmation();
    void eachActSaysWhatItWillDo_data();
    void eachActSaysWhatItWillDo();
    void liveAsksForTheSalesName();
    void whatNeedsTwoPersonsSaysSo();
    void noKeyPausesElsewhere();
    void theEndIsToldInWords_data();
    void theEndIsToldInWords();
    void theListStandsStillWhileRowsAreSelected();
    void whatIsOpenElsewhereIsMarked();
    void whoSettledItFirstIsTold();
    void enterShowsTheLifeOfACoupon();
    void markupIsShownAsText();
    void pictures_data();
    void pictures();
};

void TestDoubtsPage::everyDoubtHasItsRow()
{
    const World world(3);
    QTRY_COMPARE(world.table()->model()->rowCount(), 3);
    QCOMPARE(world.cell(0, 0), "7KQ2-M9XA-TT13");
    QCOMPARE(world.cell(0, 1), "43");
    QCOMPARE(world.cell(0, 4), "3");
    QCOMPARE(world.cell(0, 7), "no answer");
    QCOMPARE(world.cell(2, 5), "not yet");
    QCOMPARE(textOf(*world.page, "doubtsCount"), "In doubt: 3");
}

void TestDoubtsPage::theAgeGrows()
{
    World world(1);
    QTRY_COMPARE(world.cell(0, 3), "2 min 5 s");
    world.clock.wall += 3'600'000;
    QTRY_COMPARE(world.cell(0, 3), "1 h 2 min");
}

void TestDoubtsPage::itSaysWhenAndWhatNext()
{
    World world(2);
    QTRY_COMPARE(world.cell(0, 6), "in 3 s"); // 2 s, the partner's limit, and 5 s after the last answer
    QCOMPARE(world.cell(1, 6), "now");
    QVERIFY(toldOf(*world.page, "doubtsLine").contains("every 7 s"));
    world.table()->selectRow(0);
    QVERIFY(toldOf(*world.page, "doubtsLine").startsWith("The store does not answer."));
    world.port.now.redisConnected = false;
    QTRY_COMPARE(world.cell(0, 6), "when Redis is back");
}

void TestDoubtsPage::nothingInDoubtSaysSo()
{
    const World world(0);
    QTRY_COMPARE(world.state()->title(), "Nothing is in doubt");
    QCOMPARE(world.state()->state(), StatePanel::State::Empty);
    QVERIFY(world.state()->isVisible());
    QVERIFY(!part<QPushButton>(*world.page, "doubtAsk")->isEnabled());
}

void TestDoubtsPage::aListThatCannotBeReadSaysWhatToDo()
{
    World world(0);
    world.port.doubtLists.answer = [] { return failure(Trouble::Unavailable, "away"); };
    world.page->refresh();
    QTRY_COMPARE(world.state()->state(), StatePanel::State::Error);
    QVERIFY(world.state()->sentence().contains("Try again"));
    world.port.doubtLists.answer = [&world] { return QList<OpenDoubt>{doubtOf(1, world.clock)}; };
    press(*world.page, "doubtsStateRetry");
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
}

void TestDoubtsPage::withoutADatabaseItSaysSo()
{
    World world(2);
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    world.table()->selectRow(0);
    QVERIFY(part<QPushButton>(*world.page, "doubtRestore")->isEnabled());
    world.port.now.databaseConnected = false;
    QTRY_VERIFY(toldOf(*world.page, "doubtsLine").contains("database does not answer"));
    QVERIFY(!part<QPushButton>(*world.page, "doubtRestore")->isEnabled());
    QVERIFY(world.table()->isVisible()); // the last known is better than nothing
    world.port.now.databaseConnected = true;
    QTRY_VERIFY(part<QPushButton>(*world.page, "doubtRestore")->isEnabled());
    QVERIFY(!toldOf(*world.page, "doubtsLine").contains("database does not answer"));
}

void TestDoubtsPage::nothingHappensWithoutAYes()
{
    World world(1);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    for (const char *button : {"doubtIssued", "doubtRestore"}) {
        press(*world.page, button);
        world.asker.answer(false);
    }
    QCOMPARE(world.asker.questions.size(), std::size_t(2));
    QCOMPARE(world.port.asks.times() + world.port.declarations.times() + world.port.restores.times(), 0);
}

void TestDoubtsPage::eachActSaysWhatItWillDo_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("said");
    QTest::newRow("issued") << QByteArray("doubtIssued") << "booked as issued to user 41, for good";
    QTest::newRow("restore") << QByteArray("doubtRestore")
                             << "back to the end of the stock. User 41 gets none";
}

void TestDoubtsPage::eachActSaysWhatItWillDo()
{
    QFETCH(QByteArray, button);
    QFETCH(QString, said);
    World world(1);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    press(*world.page, button.constData());
    const Question &question = world.asker.questions.at(0);
    QVERIFY2(question.consequence.contains(said), qPrintable(question.consequence));
    QVERIFY(question.consequence.contains("7KQ2-M9XA-TT11"));
    QVERIFY(question.destructive);
    QCOMPARE(question.typed, QString()); // a rehearsal
    auto &call = button == "doubtIssued" ? world.port.declarations : world.port.restores;
    world.asker.answer(true);
    QTRY_COMPARE(call.times(), 1);
    QCOMPARE(std::get<0>(call.asked.at(0)), qint64(1));
}

void TestDoubtsPage::askingAgainNeedsNoConfirmation()
{
    World world(1);
    world.port.sign = {"Autumn", true};
    world.ends(world.port.asks, DoubtEnd::Kind::Issued);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    press(*world.page, "doubtAsk");
    QTRY_COMPARE(world.port.asks.times(), 1);
    QVERIFY(world.asker.questions.empty());
}

/// On the dashboard Alt+I pauses the sale.
void TestDoubtsPage::noKeyPausesElsewhere()
{
    for (const char *language : {"en", "ko"}) {
        const PictureLook look(language, false);
        const World world(1);
        for (const auto *one : world.page->findChildren<QPushButton *>()) {
            QVERIFY2(one->shortcut() != QKeySequence("Alt+I"), qPrintable(one->objectName()));
            QVERIFY2(!one->text().contains("&I", Qt::CaseInsensitive), qPrintable(one->text()));
        }
    }
}

void TestDoubtsPage::liveAsksForTheSalesName()
{
    World world(1);
    world.port.sign = {"Autumn", true};
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    for (const char *button : {"doubtIssued", "doubtRestore"})
        press(*world.page, button);
    QCOMPARE(world.asker.questions.at(0).typed, "Autumn");
    QCOMPARE(world.asker.questions.at(1).typed, "Autumn");
    world.port.sign.name.clear();
    press(*world.page, "doubtRestore");
    QCOMPARE(world.asker.questions.at(2).typed, "LIVE");
}

void TestDoubtsPage::whatNeedsTwoPersonsSaysSo()
{
    World world(1);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    for (const bool two : {true, false}) {
        world.port.sign = {"Autumn", true, true, two};
        world.asker.questions.clear();
        for (const char *button : {"doubtIssued", "doubtRestore"})
            press(*world.page, button);
        QCOMPARE(world.asker.questions.size(), std::size_t(2));
        for (const Question &question : world.asker.questions)
            QCOMPARE(question.consequence.contains("It needs two persons"), two);
    }
}

void TestDoubtsPage::theEndIsToldInWords_data()
{
    QTest::addColumn<Answer>("end");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("fine");
    using Kind = DoubtEnd::Kind;
    const auto row = [](const char *name, const Result<DoubtEnd> &end, const char *said, bool fine) {
        QTest::newRow(name) << Answer{end} << QString(said) << fine;
    };
    row("issued", DoubtEnd{Kind::Issued, {}, {}}, "was issued to user 41", true);
    row("restored", DoubtEnd{Kind::Restored, {}, {}}, "back in the stock", true);
    row("aside", DoubtEnd{Kind::SetAside, {}, {}}, "set aside", false);
    row("unknown", DoubtEnd{Kind::StillUnknown, {}, {}}, "Nothing changed", false);
    row("busy", failure(Trouble::Conflict, "busy"), "being asked about just now", false);
    row("settled", failure(Trouble::NotFound, "gone"), "no longer in doubt", true);
    row("away", failure(Trouble::Unavailable, "away"), "Try again when both lights", false);
}

void TestDoubtsPage::theEndIsToldInWords()
{
    QFETCH(Answer, end);
    QFETCH(QString, said);
    QFETCH(bool, fine);
    World world(1);
    world.port.restores.answer = [end](qint64) { return end.is; };
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    const int lists = world.port.doubtLists.times();
    press(*world.page, "doubtRestore");
    world.asker.answer(true);
    QTRY_VERIFY2(toldOf(*world.page, "doubtsLine").contains(said), qPrintable(said));
    QVERIFY(toldOf(*world.page, "doubtsLine").contains("7KQ2-M9XA-TT11"));
    QCOMPARE(part<ToneLabel>(*world.page, "doubtsLine")->tone(), fine ? theme::Tone::Good : theme::Tone::Bad);
    QTRY_VERIFY(world.port.doubtLists.times() > lists); // and the list is read again
}

void TestDoubtsPage::theListStandsStillWhileRowsAreSelected()
{
    World world(3);
    QTRY_COMPARE(world.table()->model()->rowCount(), 3);
    world.table()->selectRow(1);
    const QString chosen = world.table()->selectionModel()->selectedRows().first().data().toString();
    world.port.doubtLists.answer = [&world] {
        return QList<OpenDoubt>{doubtOf(3, world.clock), doubtOf(2, world.clock)};
    };
    const int asked = world.port.doubtLists.times();
    world.page->refresh();
    QTRY_VERIFY(world.port.doubtLists.times() > asked);
    QTRY_VERIFY(textOf(*world.page, "doubtsCount").contains("stands still"));
    QCOMPARE(world.table()->model()->rowCount(), 3);
    const auto rows = world.table()->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().data().toString(), chosen);
    const auto next = [&](int row) {
        return world.table()->model()->index(row, DoubtModel::Next).data().toString();
    };
    QVERIFY(next(1) != "settled meanwhile"); // The chosen one is still in doubt,
    QCOMPARE(next(2), "settled meanwhile");  // this one is no more.
    QVERIFY(part<QPushButton>(*world.page, "doubtIssued")->isEnabled());
    world.port.doubtLists.answer = [&world] { return QList<OpenDoubt>{doubtOf(3, world.clock)}; };
    world.page->refresh();
    QTRY_COMPARE(next(1), "settled meanwhile");
    QVERIFY(!part<QPushButton>(*world.page, "doubtIssued")->isEnabled());
    QVERIFY(textOf(*world.page, "doubtsLine").contains("Settled meanwhile"));
    world.port.doubtLists.answer = [&world] {
        return QList<OpenDoubt>{doubtOf(3, world.clock), doubtOf(2, world.clock)};
    };
    QVERIFY(QTest::qWaitForWindowActive(world.page.get()));
    QTest::keyClick(world.table(), Qt::Key_Escape);
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    QCOMPARE(textOf(*world.page, "doubtsCount"), "In doubt: 2");
}

void TestDoubtsPage::whatIsOpenElsewhereIsMarked()
{
    World world(2);
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    QCOMPARE(world.cell(0, 7), "no answer");
    Attachment here;
    here.connected = true;
    here.others.desks = {{"a", "kim", "operator", "local socket", 1'000, {{2, world.clock.wall - 60'000}}}};
    world.port.attached = here;
    const QString since = moment::minute(world.clock.wall - 60'000, world.clock.wall);
    QTRY_COMPARE(world.cell(0, 7), QString("open at kim's desk since %1 · no answer").arg(since));
    QCOMPARE(world.cell(1, 7), "none yet");
    world.table()->selectRow(0);
    QVERIFY(toldOf(*world.page, "doubtsLine").contains("open at kim's desk"));
    QCOMPARE(world.port.opened, QList<qint64>{2});
    if (const QString folder = qEnvironmentVariable("SEONCHAK_PICTURES_DIR"); !folder.isEmpty())
        world.page->grab().save(folder + QStringLiteral("/doubts-elsewhere-en.png"));
    world.port.attached->others = {};
    QTRY_COMPARE(world.cell(0, 7), "no answer");
    world.page->hide();
    QCOMPARE(world.port.opened, QList<qint64>{});
}

void TestDoubtsPage::whoSettledItFirstIsTold()
{
    World world(1);
    QTRY_COMPARE(world.table()->model()->rowCount(), 1);
    world.table()->selectRow(0);
    world.port.asks.answer = [](qint64) { return failure(Trouble::NotFound, "gone"); };
    world.port.audits.answer = [](const AuditFilter &) {
        const auto entry = [](const char *actor, const char *detail, const char *result) {
            return AuditEntry{1, 1'000, actor, "restore", detail, result};
        };
        AuditPage page;
        page.items = {entry("park", "reservation 10, code X", "done: restored to the stock"),
                      entry("choi", "reservation 1, code X", "refused: no doubt 1 is open"),
                      entry("lee (203.0.113.7)", "reservation 1, code X", "done: restored to the stock")};
        return page;
    };
    press(*world.page, "doubtAsk");
    QTRY_VERIFY(toldOf(*world.page, "doubtsLine").contains("lee (203.0.113.7) gave it back to the stock at"));
}

void TestDoubtsPage::enterShowsTheLifeOfACoupon()
{
    const World world(2);
    QSignalSpy asked(world.page.get(), &DoubtsPage::biographyAsked);
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    world.table()->selectRow(1);
    QTest::keyClick(world.table(), Qt::Key_Return);
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toByteArray(), QByteArray("7KQ2-M9XA-TT11"));
}

void TestDoubtsPage::markupIsShownAsText()
{
    World world(1);
    auto evil = doubtOf(1, world.clock);
    evil.code = "<b>x</b>";
    evil.answer = "<img src=x>";
    world.port.doubtLists.answer = [evil] { return QList<OpenDoubt>{evil}; };
    world.page->refresh();
    QTRY_COMPARE(world.cell(0, 0), "<b>x</b>");
    const QString tip = world.table()->model()->index(0, 7).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains("&lt;img"), qPrintable(tip));
}

void TestDoubtsPage::pictures_data()
{
    pictureRows({"doubts", "doubts-empty", "doubts-away", "doubts-settled"});
}

void TestDoubtsPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    const PictureLook look(language, dark);
    World world(state == "doubts" || state == "doubts-settled" ? 6 : 0);
    if (state == "doubts-away")
        world.port.now.databaseConnected = false;
    if (world.port.now.databaseConnected && state != "doubts-empty") {
        QTRY_COMPARE(world.table()->model()->rowCount(), 6);
        world.table()->selectRow(1);
        world.table()->setFocus();
    } else {
        QTRY_VERIFY(world.state()->state() != StatePanel::State::Loading);
        QTRY_COMPARE(world.state()->state(),
                     state == "doubts-away" ? StatePanel::State::Disconnected : StatePanel::State::Empty);
    }
    if (state == "doubts-settled") {
        world.ends(world.port.restores, DoubtEnd::Kind::StillUnknown);
        press(*world.page, "doubtRestore");
        world.asker.answer(true);
        QTRY_COMPARE(part<ToneLabel>(*world.page, "doubtsLine")->tone(), theme::Tone::Bad);
    }
    QVERIFY(savePicture(*world.page));
    world.page->resize(850, 520); // the desk at its smallest
    QTRY_COMPARE(cutOff(*world.page), QString());
    QCOMPARE(world.page->width(), 850);
}

QTEST_MAIN(TestDoubtsPage)
#include "tst_doubts_page.moc"
