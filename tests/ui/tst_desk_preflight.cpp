// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The look at the surroundings before the real sale opens.

#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "tests/ui/every_setting.h"
#include "ui/desk/preflight.h"
#include "ui/desk/preflight_dialog.h"

#include <QDir>
#include <QLineEdit>
#include <QTableView>

using namespace seonchak;
using State = SaleView::State;
using theme::Tone;

namespace {

constexpr WallMs minute = 60'000;
constexpr WallMs noon = 1'795'000'000'000;

SettingsPort::Checks found(bool red, doctor::Tongue tongue = doctor::Tongue::English)
{
    const bool korean = tongue == doctor::Tongue::Korean;
    const auto said = [korean](const char *english, const char *inKorean) {
        return QString::fromUtf8(korean ? inKorean : english);
    };
    using Grade = doctor::Status;
    SettingsPort::Checks checks{
        {"redis-reachable", Grade::Ok, said("Redis 7.0.15 answers", "Redis 7.0.15이 응답합니다"), {}},
        {"disk-space", Grade::Warning, said("3.1 GB are free", "3.1 GB가 비어 있습니다"),
         said("Make room", "공간을 비우세요")}};
    if (red)
        checks.push_back({"redis-persistence", Grade::Failed,
                          said("Redis writes nothing to disk", "Redis가 디스크에 아무것도 쓰지 않습니다"),
                          said("Set appendonly yes in Redis", "Redis에서 appendonly yes로 설정하세요")});
    return checks;
}

/// Hears what is told outside of the window.
class HeardNotices final : public Notifier
{
public:
    void tell(const Notice &notice) override { titles << notice.title; }
    QStringList titles;
};

Attachment attachedAsOperator()
{
    Attachment to;
    to.where = QStringLiteral("https://desk.example/coupons");
    to.name = QStringLiteral("kim");
    to.role = QStringLiteral("operator");
    to.connected = true;
    return to;
}

/// A window on a sale with a doctor.
struct GuardedDesk : Desk
{
    enum class Doctor { Here, AtTheServer, None };
    explicit GuardedDesk(State state, WallMs opensAt = 0, const SaleSign &sale = {"Autumn", true},
                         const QString &language = QStringLiteral("en"), Doctor doctor = Doctor::Here)
        : Desk(language, sale)
    {
        window.reset();
        clock.wall = noon;
        port.now.sale = {sale.name, sale.live, state, opensAt, 0, noon, 0};
        port.now.stock = {100, 100, 0, 0, 0, 0, 0};
        port.cutLists.answer = [] { return QList<CutAct>{}; };
        port.recorded.answer = [](const QString &, const QString &, const QString &) {
            return Result<void>{};
        };
        port.times.answer = [](const SaleTimesChange &change) {
            return Result<SaleTimes>(SaleTimes{1, change.opensAt.value_or(0), change.closesAt.value_or(0)});
        };
        settings.now = everyKindOfRow();
        settings.preflights.answer = [this](const doctor::Tongue &tongue) {
            return Result<SettingsPort::Checks>(found(red, tongue));
        };
        port.preflights.answer = settings.preflights.answer;
        port.examines = doctor == Doctor::AtTheServer;
        if (doctor != Doctor::Here)
            port.attached = attachedAsOperator();
        DeskParts with{port, clock, asker, looks, files, doctor == Doctor::Here ? &settings : nullptr};
        with.notifier = &notifier;
        window = std::make_unique<DeskWindow>(with);
        window->resize(1280, 720);
        window->show();
    }
    ~GuardedDesk() { window.reset(); }
    [[nodiscard]] PreflightDialog *dialog() const { return window->findChild<PreflightDialog *>(); }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return dialog()->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QStringList trail() const
    {
        QStringList lines;
        for (const auto &[action, detail, result] : port.recorded.asked)
            lines << QStringList{action, detail, result}.join(QStringLiteral(" | "));
        return lines;
    }
    void passes(int statuses = 2)
    {
        const int before = port.statusCalls;
        QTRY_VERIFY(port.statusCalls > before + statuses);
    }

    FakeSettings settings;
    HeardNotices notifier;
    bool red = false;
};

} // namespace

class TestDeskPreflight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGreenLookLetsTheOpeningGoOn();
    void aFaultBlocksUntilTheNameIsTyped();
    void whoThinksBetterOfItChangesNothing();
    void whatCannotBeExaminedIsNoPass();
    void theFirstPushAsksToo();
    void aRehearsalIsNotAsked();
    void itLooksTenMinutesAndOneMinuteBefore();
    void anOpeningThatMovesIsLookedAtAgain();
    void anAttachedWindowAsksTheServersDoctor();
    void anOlderServerIsNotAsked();
    void itFitsTheSmallestWindow();
    void pictures();
};

void TestDeskPreflight::aGreenLookLetsTheOpeningGoOn()
{
    GuardedDesk desk(State::Planned, noon + 60 * minute);
    desk.settings.preflights.hold = true;
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.click("timesOpenNow");
    QVERIFY(desk.dialog());
    QVERIFY(!desk.part<QPushButton>("preflightGo")->isEnabled());
    desk.settings.hearPreflight(found(false)[0]); // They come one by one.
    QCOMPARE(desk.part<QTableView>("preflightFindings")->model()->rowCount(), 1);
    desk.settings.preflights.release();
    QTRY_VERIFY(desk.part<QPushButton>("preflightGo")->isEnabled());
    QVERIFY(desk.part<QLineEdit>("preflightTyped")->isHidden() ||
            !desk.part<QLineEdit>("preflightTyped")->isVisible());
    QVERIFY(desk.asker.questions.empty()); // The question about the opening itself comes after it.
    desk.part<QPushButton>("preflightGo")->click();
    QTRY_COMPARE(desk.asker.questions.size(), 1U);
    desk.asker.answer(true);
    QTRY_COMPARE(desk.port.times.times(), 1);
    QCOMPARE(desk.trail(),
             QStringList{"preflight | before opening at once | done: nothing stands against it"});
}

void TestDeskPreflight::aFaultBlocksUntilTheNameIsTyped()
{
    GuardedDesk desk(State::Planned, noon + 60 * minute);
    desk.red = true;
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.click("timesOpenNow");
    QTRY_VERIFY(desk.part<QLineEdit>("preflightTyped")->isVisible());
    QVERIFY(desk.part<QLabel>("preflightLine")->text().startsWith("The sale should not open like this."));
    auto *go = desk.part<QPushButton>("preflightGo");
    QVERIFY(!go->isEnabled());
    QVERIFY(!go->isDefault()); // Enter opens nothing.
    desk.part<QLineEdit>("preflightTyped")->setText("Autum");
    QVERIFY(!go->isEnabled());
    desk.part<QLineEdit>("preflightTyped")->setText("Autumn");
    QVERIFY(go->isEnabled());
    go->click();
    QTRY_COMPARE(desk.asker.questions.size(), 1U);
    QCOMPARE(
        desk.trail(),
        (QStringList{"preflight | before opening at once | done: stands against it: redis-persistence",
                     "preflight | before opening at once | done: went on in spite of it; stands against it: "
                     "redis-persistence"}));
}

void TestDeskPreflight::whoThinksBetterOfItChangesNothing()
{
    GuardedDesk desk(State::Planned, noon + 60 * minute);
    desk.red = true;
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.click("timesOpenNow");
    QTRY_VERIFY(desk.part<QLineEdit>("preflightTyped")->isVisible());
    desk.red = false; // It was mended meanwhile.
    desk.part<QPushButton>("preflightAgain")->click();
    QTRY_VERIFY(desk.part<QPushButton>("preflightGo")->isEnabled());
    desk.part<QPushButton>("preflightStay")->click();
    QTRY_COMPARE(desk.text("timesTold"), "The times were not changed.");
    QVERIFY(desk.asker.questions.empty());
    QCOMPARE(desk.port.times.times(), 0);
    QCOMPARE(desk.trail().size(), 2);
}

void TestDeskPreflight::whatCannotBeExaminedIsNoPass()
{
    GuardedDesk desk(State::Planned, noon + 60 * minute);
    desk.settings.preflights.answer = [](const doctor::Tongue &) {
        return Result<SettingsPort::Checks>(failure(Trouble::BadInput, QStringLiteral("the file is broken")));
    };
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.click("timesOpenNow");
    QTRY_VERIFY(desk.part<QLineEdit>("preflightTyped")->isVisible());
    QVERIFY(!desk.part<QPushButton>("preflightGo")->isEnabled());
    QCOMPARE(desk.trail(), QStringList{"preflight | before opening at once | failed: the file is broken"});
}

void TestDeskPreflight::theFirstPushAsksToo()
{
    GuardedDesk desk(State::Preparing);
    QTRY_VERIFY(desk.button("pushButton")->isEnabled());
    desk.click("pushButton");
    QVERIFY(desk.dialog());
    QCOMPARE(desk.port.pushes, 0);
    QTRY_VERIFY(desk.part<QPushButton>("preflightGo")->isEnabled());
    desk.part<QPushButton>("preflightGo")->click();
    QTRY_COMPARE(desk.port.pushes, 1);
    desk.port.endPush(Pushed{100, 100});
    desk.port.now.stock = {200, 100, 100, 0, 0, 0, 0};
    desk.port.now.sale.state = State::Open;
    desk.passes();
    QTRY_VERIFY(!desk.dialog());
    QTRY_VERIFY(desk.button("pushButton")->isEnabled());
    desk.click("pushButton"); // It is open already.
    QVERIFY(!desk.dialog());
    QCOMPARE(desk.port.pushes, 2);
    desk.port.endPush(Pushed{100, 200});
}

void TestDeskPreflight::aRehearsalIsNotAsked()
{
    GuardedDesk desk(State::Planned, noon + 5 * minute, {"Autumn", false});
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.passes();
    desk.click("timesOpenNow");
    QVERIFY(!desk.dialog());
    QCOMPARE(desk.port.times.times(), 1);
    QCOMPARE(desk.settings.preflights.times(), 0);
}

void TestDeskPreflight::itLooksTenMinutesAndOneMinuteBefore()
{
    GuardedDesk desk(State::Planned, noon + 11 * minute);
    desk.passes();
    QCOMPARE(desk.settings.preflights.times(), 0);
    QVERIFY(!desk.find<QWidget>("timesPreflight")->isVisible());
    desk.clock.wall += minute;
    QTRY_COMPARE(desk.settings.preflights.times(), 1);
    QTRY_VERIFY(desk.text("timesPreflight").contains("nothing stands against the opening"));
    QCOMPARE(desk.tone("timesPreflight"), Tone::Good);
    QVERIFY(desk.find<QWidget>("timesPreflight")->isVisible());
    desk.passes();
    QCOMPARE(desk.settings.preflights.times(), 1);
    QVERIFY(desk.notifier.titles.isEmpty());
    desk.red = true;
    desk.clock.wall += 9 * minute;
    QTRY_COMPARE(desk.settings.preflights.times(), 2);
    QTRY_VERIFY(desk.text("timesPreflight").contains("should not open like this"));
    QCOMPARE(desk.tone("timesPreflight"), Tone::Bad);
    QCOMPARE(desk.notifier.titles, QStringList{"The surroundings are not fit for the opening"});
    desk.clock.wall += minute / 2;
    desk.passes();
    QCOMPARE(desk.settings.preflights.times(), 2);
    QCOMPARE(
        desk.trail(),
        (QStringList{"preflight | 10 min before the opening | done: nothing stands against it",
                     "preflight | 1 min before the opening | done: stands against it: redis-persistence"}));
    desk.looks.setLanguage("ko"); // The view is made anew, and still says so.
    QTRY_VERIFY(desk.text("timesPreflight").contains(QString::fromUtf8("판매")));
}

void TestDeskPreflight::anOpeningThatMovesIsLookedAtAgain()
{
    GuardedDesk desk(State::Planned, noon + 5 * minute);
    QTRY_COMPARE(desk.settings.preflights.times(), 1);
    desk.port.now.sale.opensAt = noon + 8 * minute;
    QTRY_COMPARE(desk.settings.preflights.times(), 2);
    // A clock that jumps past both needs one look.
    desk.port.now.sale.opensAt = noon + 20 * minute;
    desk.passes();
    desk.clock.wall += 19 * minute + minute / 2;
    QTRY_COMPARE(desk.settings.preflights.times(), 3);
    desk.passes();
    QCOMPARE(desk.settings.preflights.times(), 3);
}

void TestDeskPreflight::anAttachedWindowAsksTheServersDoctor()
{
    GuardedDesk desk(State::Planned, noon + 9 * minute, {"Autumn", true}, "en",
                     GuardedDesk::Doctor::AtTheServer);
    QTRY_COMPARE(desk.port.preflights.times(), 1);
    QTRY_VERIFY(desk.text("timesPreflight").contains("nothing stands against the opening"));
    desk.passes();
    QCOMPARE(desk.trail(), QStringList()); // Three windows would say it three times.
    desk.red = true;
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.click("timesOpenNow");
    QTRY_VERIFY(desk.part<QLineEdit>("preflightTyped")->isVisible());
    QCOMPARE(desk.part<QTableView>("preflightFindings")->model()->rowCount(), 3);
    desk.part<QLineEdit>("preflightTyped")->setText("Autumn");
    desk.part<QPushButton>("preflightGo")->click();
    QTRY_COMPARE(
        desk.trail(),
        (QStringList{"preflight | before opening at once | done: stands against it: redis-persistence",
                     "preflight | before opening at once | done: went on in spite of it; stands against it: "
                     "redis-persistence"}));
    QCOMPARE(desk.settings.preflights.times(), 0);
}

void TestDeskPreflight::anOlderServerIsNotAsked()
{
    GuardedDesk desk(State::Planned, noon + 5 * minute, {"Autumn", true}, "en", GuardedDesk::Doctor::None);
    QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
    desk.passes();
    desk.click("timesOpenNow");
    QVERIFY(!desk.dialog());
    QTRY_COMPARE(desk.asker.questions.size(), 1U);
    QCOMPARE(desk.port.preflights.times(), 0);
}

void TestDeskPreflight::itFitsTheSmallestWindow()
{
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        GuardedDesk desk(State::Planned, noon + 5 * minute, {"Autumn", true}, language);
        desk.red = true;
        desk.window->resize(1120, 660);
        QTRY_VERIFY(desk.find<QWidget>("timesPreflight")->isVisible());
        QTRY_COMPARE(desk.window->size(), QSize(1120, 660));
        QCOMPARE(cutOffAnywhere(*desk.window), QString());
    }
}

void TestDeskPreflight::pictures()
{
    const QDir folder(qEnvironmentVariable("SEONCHAK_PICTURES_DIR"));
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ko")}) {
        GuardedDesk desk(State::Planned, noon + 60 * minute, {"Summer sale", true}, language);
        desk.red = true;
        QTRY_VERIFY(desk.button("timesOpenNow")->isVisible());
        desk.click("timesOpenNow");
        QTRY_VERIFY(desk.part<QLineEdit>("preflightTyped")->isVisible());
        QCOMPARE(cutOffAnywhere(*desk.dialog()), QString());
        if (folder.exists())
            QVERIFY(desk.dialog()->grab().save(
                folder.filePath(QStringLiteral("desk-preflight-%1-light.png").arg(language))));
    }
}

QTEST_MAIN(TestDeskPreflight)
#include "tst_desk_preflight.moc"
