// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a closing would lose is asked about; a test sale with a real partner says that it is one.

#include "tests/ui/desk.h"
#include "tests/ui/every_setting.h"
#include "ui/port/pulse.h"
#include "ui/settings/settings_page.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace seonchak;
using theme::Tone;

namespace {

/// A desk that has settings.
struct SetDesk : Desk
{
    SetDesk()
    {
        settings.now = everyKindOfRow();
        DeskParts mine = parts();
        mine.settings = &settings;
        window = std::make_unique<DeskWindow>(mine);
        window->show();
    }
    ~SetDesk() { window.reset(); }
    FakeSettings settings;
};

} // namespace

class TestDeskClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typedSettingsAreAskedAbout();
    void aTestThatIsAskedForCouponsIsAskedAbout();
    void aRealPartnerIsSaid_data();
    void aRealPartnerIsSaid();
};

void TestDeskClosing::typedSettingsAreAskedAbout()
{
    SetDesk desk;
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.window->view().open(page::settings);
    desk.find<QLineEdit>("setting-workers")->setText("7");
    desk.window->view().open(page::dashboard);
    desk.window->close();
    QCOMPARE(closed.size(), 0);
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    QVERIFY2(desk.asker.questions[0].consequence.contains("Settings are changed and not saved."),
             qPrintable(desk.asker.questions[0].consequence));
    desk.asker.answer(false);
    desk.find<QLineEdit>("setting-workers")->setText("4"); // as it was
    desk.window->close();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
}

void TestDeskClosing::aTestThatIsAskedForCouponsIsAskedAbout()
{
    Desk desk;
    desk.window->show();
    QSignalSpy closed(desk.window.get(), &DeskWindow::closeAsked);
    desk.port.now.lastSecond.of = {1, 0, 2, 0, 0};
    const int calls = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > calls + 1);
    desk.window->close();
    QCOMPARE(closed.size(), 0);
    QCOMPARE(desk.asker.questions.size(), std::size_t(1));
    QVERIFY2(desk.asker.questions[0].consequence.contains("3 requests a second"),
             qPrintable(desk.asker.questions[0].consequence));
    QVERIFY(desk.asker.questions[0].typed.isEmpty());
    desk.asker.answer(true);
    QCOMPARE(closed.size(), 1);
}

void TestDeskClosing::aRealPartnerIsSaid_data()
{
    QTest::addColumn<bool>("live");
    QTest::addColumn<bool>("real");
    QTest::addColumn<QString>("said");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("test, mock") << false << false << "nothing here reaches real customers" << Tone::Muted;
    QTest::newRow("test, real") << false << true << "TEST, but the store is real" << Tone::Waiting;
    QTest::newRow("live, real") << true << true << "The real sale" << Tone::Muted;
}

void TestDeskClosing::aRealPartnerIsSaid()
{
    QFETCH(bool, live);
    QFETCH(bool, real);
    QFETCH(QString, said);
    QFETCH(Tone, tone);
    Desk desk("en", {QStringLiteral("Autumn"), live});
    if (real)
        desk.port.partnerOptions.url = QUrl(QStringLiteral("https://store.example/api"));
    desk.window = std::make_unique<DeskWindow>(desk.parts());
    QVERIFY2(desk.find<QLabel>("saleSign")->toolTip().contains(said),
             qPrintable(desk.find<QLabel>("saleSign")->toolTip()));
    QCOMPARE(desk.pillTone("storePill"), tone);
}

QTEST_MAIN(TestDeskClosing)
#include "tst_desk_closing.moc"
