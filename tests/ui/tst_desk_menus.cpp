// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menu bar and the status bar: every act with its keys, from every page; looks one click away.

#include "tests/ui/desk.h"
#include "tests/ui/fake_settings.h"
#include "ui/desk/cut_line.h"
#include "ui/desk/desk_menus.h"
#include "ui/parts/action_button.h"
#include "ui/parts/desk_style.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace seonchak;

namespace {

const QStringList allPages{page::dashboard, page::coupons,  page::whyNot,  page::doubts,
                           page::audit,     page::webhooks, page::settings};

/// The letter that works with Alt, of a text with `&`; null: none.
QChar letterOf(const QString &text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(ushort(keys[0].key()));
}

bool waitUntilActive(Desk &desk)
{
    desk.window->show();
    desk.window->activateWindow();
    return QTest::qWaitForWindowActive(desk.window.get());
}

} // namespace

class TestDeskMenus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void everyActHasItsButton();
    void keysActFromEveryPage();
    void fromAnotherPageTheStockIsShownFirst();
    void aHeldKeyActsOnce();
    void anActIsAllowedWhenItsButtonIs();
    void aPageKeepsItsOwnKeys();
    void thePageMenuOffersWhatNoOtherMenuHas();
    void theSearchIsReachedFromTheSidebar();
    void theMenuBarIsReachedByF10();
    void languageAndColoursAreOneClickAway();
    void theViewMenuKnowsWhatIsChosen();
    void switchingTheLanguageKeepsThePlace();
    void theKeysAreListed();
    void aboutNamesVersionLibrariesAndLicence();
    void noLetterIsTakenTwice_data();
    void noLetterIsTakenTwice();
    void lettersAreShownInEveryLanguage();
    void theStatusBarSaysWhatWasDoneThenWhatIs();
    void theEndingForbidsActs();
    void itFitsTheSmallestScreen_data();
    void itFitsTheSmallestScreen();
};

void TestDeskMenus::cleanup()
{
    QApplication::setPalette(QPalette());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestDeskMenus::everyActHasItsButton()
{
    Desk desk;
    QTRY_COMPARE(desk.text("usersNumber"), QString("586"));
    const struct
    {
        const char *menu;
        const char *act;
        bool allowed;
    } acts[] = {{"stockMenu", "actGenerate", true},       {"stockMenu", "actGenerateOther", true},
                {"stockMenu", "actPush", false},          {"stockMenu", "actPause", true},
                {"stockMenu", "actVoid", true},           {"stockMenu", "actStop", false},
                {"couponsMenu", "actAdd", true},          {"fileMenu", "actImport", true},
                {"fileMenu", "actExport", false},         {"couponsMenu", "actBiography", false},
                {"couponsMenu", "actEdit", false},        {"couponsMenu", "actCopy", false},
                {"couponsMenu", "actVoidSelected", false}};
    for (const auto &each : acts) {
        Q_EMIT desk.find<QMenu>(each.menu)->aboutToShow();
        QVERIFY2(desk.find<QMenu>(each.menu)->actions().contains(desk.find<QAction>(each.act)), each.act);
        QVERIFY2(desk.find<QAction>(each.act)->isEnabled() == each.allowed, each.act);
    }
}

void TestDeskMenus::keysActFromEveryPage()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    QTest::keyClick(desk.window.get(), Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(int(desk.port.orders.size()), 1);
    desk.window->view().open(page::doubts);
    QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk.port.pauses.times(), 1); // also while it generates
    desk.port.now.paused = true;
    QTRY_COMPARE(desk.find<QAction>("actPause")->text(), QString("Resume issuing"));
    QTest::keyClick(desk.window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->view().currentPage(), page::settings);
    QSignalSpy closing(desk.window.get(), &DeskWindow::closeAsked);
    desk.port.endGenerate(Generated{1000, 0});
    QTRY_VERIFY(desk.find<QAction>("actGenerate")->isEnabled());
    QTest::keyClick(desk.window.get(), Qt::Key_Q, Qt::ControlModifier);
    QTRY_COMPARE(closing.count(), 1);
}

void TestDeskMenus::fromAnotherPageTheStockIsShownFirst()
{
    Desk desk;
    desk.port.now.stock = {1000, 500, 500, 0, 0, 0, 0};
    QVERIFY(waitUntilActive(desk));
    QTRY_COMPARE(desk.text("waitingLabel"), QString("Waiting to be pushed: 500"));
    desk.window->view().open(page::audit);
    QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->view().currentPage(), page::dashboard);
    QTRY_COMPARE(desk.window->focusWidget(), static_cast<QWidget *>(desk.button("pushButton")));
    QCOMPARE(desk.port.pushes, 0);
    QTest::keyClick(desk.window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(desk.port.pushes, 1);
    desk.port.endPush(Pushed{500, 1000});
    desk.window->view().open(page::audit);
    QTRY_VERIFY(desk.find<QAction>("actGenerate")->isEnabled());
    QTest::keyClick(desk.window.get(), Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->focusWidget(), static_cast<QWidget *>(desk.button("generateButton")));
    QCOMPARE(desk.window->view().currentPage(), page::dashboard);
    QVERIFY(desk.port.orders.empty());
    QTest::keyClick(desk.window.get(), Qt::Key_G, Qt::ControlModifier);
    QTRY_COMPARE(int(desk.port.orders.size()), 1);
}

void TestDeskMenus::aHeldKeyActsOnce()
{
    const Desk desk;
    for (const char *act : {"actGenerate", "actPush", "actPause", "actVoid", "actQuit", "actRefresh"})
        QVERIFY2(!desk.find<QAction>(act)->autoRepeat(), act);
}

void TestDeskMenus::anActIsAllowedWhenItsButtonIs()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    desk.click("generateButton");
    QTRY_VERIFY(!desk.find<QAction>("actGenerate")->isEnabled());
    QTRY_VERIFY(desk.find<QAction>("actPause")->isEnabled());
    desk.port.lastWork.progress(10);
    QTRY_COMPARE(desk.find<QAction>("actStop")->isEnabled(), desk.button("cancelButton")->isVisible());
    desk.port.endGenerate(Generated{1000, 0});
    QTRY_VERIFY(desk.find<QAction>("actGenerate")->isEnabled());
}

void TestDeskMenus::aPageKeepsItsOwnKeys()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    desk.window->view().open(page::coupons);
    QTRY_VERIFY(desk.port.counts.times() > 0);
    const int before = desk.port.counts.times();
    QTest::keyClick(desk.window.get(), Qt::Key_F5);
    QTRY_VERIFY(desk.port.counts.times() > before);
    QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QApplication::activeModalWidget()->close();
    QVERIFY(waitUntilActive(desk));
    desk.window->view().open(page::audit);
    QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QCOMPARE(desk.window->view().currentPage(), page::coupons);
    QApplication::activeModalWidget()->close();
}

void TestDeskMenus::thePageMenuOffersWhatNoOtherMenuHas()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    desk.window->view().open(page::coupons);
    auto *menu = desk.find<QMenu>("pageMenu");
    Q_EMIT menu->aboutToShow();
    QStringList offered;
    for (const auto *action : menu->actions())
        offered << action->text();
    QVERIFY(offered.contains(desk.button("couponsRefresh")->text()));
    QVERIFY(!offered.contains(desk.button("couponsAdd")->text().remove('&')));
    const int before = desk.port.counts.times();
    menu->actions()[offered.indexOf(desk.button("couponsRefresh")->text())]->trigger();
    QTRY_VERIFY(desk.port.counts.times() > before);
}

void TestDeskMenus::theSearchIsReachedFromTheSidebar()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    desk.window->view().open(page::whyNot);
    desk.find<QWidget>("nav-why")->setFocus();
    QTest::keyClick(desk.find<QWidget>("nav-why"), Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(desk.window->focusWidget(), desk.find<QWidget>("whyField"));
}

void TestDeskMenus::theMenuBarIsReachedByF10()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    QTest::keyClick(desk.window.get(), Qt::Key_F10);
    QTRY_COMPARE(desk.window->menuBar()->activeAction(), desk.window->menuBar()->actions().constFirst());
}

void TestDeskMenus::languageAndColoursAreOneClickAway()
{
    Desk desk;
    QVERIFY(waitUntilActive(desk));
    QCOMPARE(desk.find<QToolButton>("languageButton")->text(), QString("한국어"));
    desk.find<QToolButton>("languageButton")->click();
    QTRY_COMPARE(desk.find<QToolButton>("languageButton")->text(), QString("English"));
    QCOMPARE(desk.looks.language(), QString("ko"));
    QVERIFY(desk.find<QAction>("actLanguage-ko")->isChecked());
    const bool dark = theme::isDark(QApplication::palette());
    const QString before = desk.find<QToolButton>("coloursButton")->text();
    desk.find<QToolButton>("coloursButton")->click();
    QTRY_VERIFY(theme::isDark(QApplication::palette()) != dark);
    QTRY_VERIFY(desk.find<QToolButton>("coloursButton")->text() != before);
}

void TestDeskMenus::theViewMenuKnowsWhatIsChosen()
{
    Desk desk;
    desk.window->view().open(page::audit);
    QVERIFY(desk.find<QAction>("actPage-audit")->isChecked());
    desk.find<QAction>("actPage-why")->trigger();
    QCOMPARE(desk.window->view().currentPage(), page::whyNot);
    desk.find<QAction>("actColours-dark")->trigger();
    QCOMPARE(desk.looks.theme(), Looks::Theme::Dark);
    QVERIFY(desk.find<QAction>("actNotifies")->isChecked());
    desk.find<QAction>("actNotifies")->trigger();
    QVERIFY(!desk.looks.notifies());
}

void TestDeskMenus::switchingTheLanguageKeepsThePlace()
{
    Desk desk;
    FakeSettings settings;
    settings.now = {FakeSettings::row("redis", "redis", SettingRow::Kind::Url, "private")};
    auto parts = desk.parts();
    parts.settings = &settings;
    desk.window = std::make_unique<DeskWindow>(parts);
    QVERIFY(waitUntilActive(desk));
    desk.window->view().open(page::settings);
    auto *groups = desk.find<QListWidget>("settingsGroups");
    const int last = groups->count() - 1;
    groups->setCurrentRow(last - 1);
    desk.find<QComboBox>("appearanceLanguage")->setCurrentIndex(1);
    QTRY_VERIFY(desk.find<QListWidget>("settingsGroups") != groups);
    QCOMPARE(desk.find<QListWidget>("settingsGroups")->currentRow(), last - 1);
    QCOMPARE(desk.window->view().currentPage(), page::settings);
}

void TestDeskMenus::theKeysAreListed()
{
    Desk desk;
    desk.find<QAction>("actKeys")->trigger();
    auto *list = desk.find<QTreeWidget>("keysList");
    const auto keysOf = [&](const QString &what) {
        const auto found = list->findItems(what, Qt::MatchExactly | Qt::MatchRecursive);
        for (const auto *item : found) {
            if (item->parent()) // no title of a group
                return item->text(1);
        }
        return QString();
    };
    QCOMPARE(keysOf("Pause issuing"), QString("Ctrl+Shift+P"));
    QCOMPARE(keysOf("Coupons"), QString("Ctrl+2"));
    QCOMPARE(keysOf("Quit"), QString("Ctrl+Q"));
    QCOMPARE(keysOf("Ask again"), QString("Alt+A")); // of a page that was never open
}

void TestDeskMenus::aboutNamesVersionLibrariesAndLicence()
{
    QCoreApplication::setApplicationVersion("9.8.7");
    Desk desk;
    auto parts = desk.parts();
    parts.libraries = [] { return QList<UsedLibrary>{{"hiredis", "1.2.3"}}; };
    desk.window = std::make_unique<DeskWindow>(parts);
    QCOMPARE(desk.text("versionLabel"), QString("9.8.7"));
    desk.find<QAction>("actAbout")->trigger();
    QVERIFY(desk.text("aboutVersion").contains("9.8.7"));
    QVERIFY(desk.text("aboutLibraries").contains("hiredis 1.2.3"));
    QVERIFY(desk.text("aboutLicence").contains("GPL-3.0-or-later"));
    desk.click("aboutCopy");
    QVERIFY(QGuiApplication::clipboard()->text().contains("hiredis 1.2.3"));
    QCoreApplication::setApplicationVersion({});
}

void TestDeskMenus::noLetterIsTakenTwice_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

/// Of the menus, the header and the page that is open: two with one letter, and neither works at once.
void TestDeskMenus::noLetterIsTakenTwice()
{
    QFETCH(QString, language);
    Desk desk(language);
    desk.window->show();
    for (const QString &page : allPages) {
        desk.window->view().open(page);
        QMap<QChar, QStringList> taken;
        for (const auto *title : desk.window->menuBar()->actions())
            taken[letterOf(title->text())] << title->text();
        for (const auto *button : desk.window->findChildren<QPushButton *>()) {
            const auto keys = button->shortcut();
            if (button->isVisible() && keys.count() == 1 && keys[0].keyboardModifiers() == Qt::AltModifier)
                taken[QChar(ushort(keys[0].key()))] << button->objectName();
        }
        for (const auto *label : desk.window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                taken[letterOf(label->text())] << label->objectName();
        }
        taken.remove(QChar());
        for (auto letter = taken.cbegin(); letter != taken.cend(); ++letter)
            QVERIFY2(letter->size() == 1, qPrintable(page + ' ' + letter->join(" and ")));
    }
}

void TestDeskMenus::lettersAreShownInEveryLanguage()
{
    const auto width = [](const QString &words, const char *keys) {
        return ActionButton("x", words, QKeySequence(QLatin1String(keys)), {}, ActionButton::Weight::Quiet)
            .sizeHint()
            .width();
    };
    QCOMPARE(width("생성", "Alt+G"), width("생성(&G)", "Alt+G"));
    QCOMPARE(width("&Generate", "Alt+G"), width("Generate", "")); // underlined in the word
    QCOMPARE(width("▾", "Alt+M"), width("▾", ""));
    QCOMPARE(width("생성", "Ctrl+G"), width("생성", ""));
    const DeskStyle style;
    QCOMPARE(style.styleHint(QStyle::SH_UnderlineShortcut, nullptr, nullptr, nullptr), 1);
}

void TestDeskMenus::theStatusBarSaysWhatWasDoneThenWhatIs()
{
    Desk desk;
    desk.clock.wall = 1'795'000'000'000;
    desk.window->show();
    const auto line = [&] { return desk.find<CutLine>("statusStripLine")->text(); };
    QTRY_COMPARE(line(), QString("Coupons are being issued: 1,000,412 are in the stock."));
    desk.window->view().open(page::audit);
    desk.port.pauses.answer = [](bool) { return Result<void>{}; };
    desk.find<QAction>("actPause")->trigger();
    QTRY_VERIFY(line().contains("Issuing was paused"));
    QVERIFY2(line()[2] == ':' && line()[5] == ':', qPrintable(line())); // with its time
    desk.clock.wall += 61'000;
    QTRY_COMPARE(line(), QString("Coupons are being issued: 1,000,412 are in the stock."));
}

void TestDeskMenus::theEndingForbidsActs()
{
    Desk desk;
    desk.window->show();
    QTRY_VERIFY(desk.find<QAction>("actGenerate")->isEnabled());
    desk.window->close();
    QVERIFY(!desk.find<QAction>("actGenerate")->isEnabled());
    QVERIFY(!desk.find<QAction>("actPause")->isEnabled());
}

void TestDeskMenus::itFitsTheSmallestScreen_data()
{
    noLetterIsTakenTwice_data();
}

void TestDeskMenus::itFitsTheSmallestScreen()
{
    QFETCH(QString, language);
    Desk desk(language);
    desk.window->show();
    for (const QString &page : allPages) {
        desk.window->view().open(page);
        const QSize least = desk.window->minimumSizeHint();
        QVERIFY2(least.width() <= 1120 && least.height() <= 660,
                 qPrintable(QStringLiteral("%1: %2x%3").arg(page).arg(least.width()).arg(least.height())));
    }
}

QTEST_MAIN(TestDeskMenus)
#include "tst_desk_menus.moc"
