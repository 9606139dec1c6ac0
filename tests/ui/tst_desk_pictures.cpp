// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window in both languages, light and dark, as pictures to look at, and checks what a machine can
// see of them: that no text is cut off, that the desk is not empty, and that twice the pixels are sharper.

#include "tests/ui/cut_off.h"
#include "tests/ui/desk.h"
#include "ui/dashboard/dashboard_memory.h"
#include "ui/parts/desk_style.h"
#include "ui/parts/palettes.h"
#include "ui/port/pulse.h"
#include "ui/port/reading_sample.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <cmath>

using namespace seonchak;

namespace {

/// A sale in full swing, for forty seconds: 1,502 requests a second, and what happened last.
void showRush(Desk &desk)
{
    QTRY_COMPARE(desk.text("requestsNumber"), QString("0"));
    auto &memory = desk.window->memory();
    Status &now = desk.port.now;
    Reading reading;
    reading.answered = true;
    for (int i = 0; i < 160; ++i) {
        now.stock = {1000, 0, i < 60 ? 1000 : 1000 - (i - 60) * 588 / 100, 0, 2, 0, 0};
        reading.status = now;
        reading.steadyNs = desk.clock.now + i * 250'000'000LL;
        const double wave = 12 * std::sin(i / 5.0);
        reading.rates = {i < 60 ? 0 : 96 + wave,
                         i < 130 ? 0 : 1300 + 9 * wave,
                         i < 60 ? 0 : 22 - wave / 2,
                         i < 60 ? 0 : 14 + wave / 3,
                         i > 90 && i < 110 ? 400.0 : 0,
                         0,
                         -96};
        reading.recent = {i < 60 ? quint64(0) : 100, 1.1 + wave / 60, 2.9 + wave / 16, 9};
        remember(memory.history, reading);
    }
    desk.clock.now = reading.steadyNs;
    const int asked = desk.port.statusCalls;
    QTRY_VERIFY(desk.port.statusCalls > asked + 1); // The speed is measured from here.
    const qint64 at = 1'795'000'007'412;
    using Kind = Event::Kind;
    desk.port.log.add({Kind::Pushed, at - 9000, 0, {}, 1000, 0});
    desk.port.log.add({Kind::Already, at - 14, 1476, "P9D3-ZZ7K-WM2Q", 0, 0});
    desk.port.log.add({Kind::InDoubt, at - 10, 1477, "X2M7-KQ4T-91RB", 0, 0});
    desk.port.log.add({Kind::PartnerRefused, at - 3, 1480, "C4WD-88PN-QZ2H", 0, 0});
    desk.port.log.add({Kind::SoldOut, at - 1, 1482, {}, 0, 0});
    desk.port.log.add({Kind::Issued, at, 1483, "7KQ2-M9XA-<b>C", 2100, 0});
    now.stock = {1000, 0, 412, 0, 2, 586, 0};
    now.oldestDoubtMs = 3200;
    now.uptimeSeconds = 8040;
    now.lastSecond.of = {96, 1370, 12, 10, 14, 0};
    now.peakPerSecond = 2204;
    now.peakAt = at;
    now.partnerFailedAt = desk.clock.wall;
    now.shared["storeSince"] = 1;
    desk.clock.now += 250'000'000;
    QTRY_COMPARE(desk.text("requestsNumber"), QString("1,502"));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    };
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

} // namespace

class TestDeskPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void pictures_data();
    void pictures();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void twiceThePixels();
    void everyToneCanBeRead_data();
    void everyToneCanBeRead();
    void thePaletteMayChangeUnderway();

private:
    QPalette m_light;
    QDir m_dir;
};

void TestDeskPictures::initTestCase()
{
    QApplication::setStyle(new DeskStyle);
    m_light = QApplication::palette();
    const QString path = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    QVERIFY2(!path.isEmpty(), "SEONCHAK_PICTURES_DIR must name where the pictures go");
    QVERIFY(QDir().mkpath(path));
    m_dir = QDir(path);
}

void TestDeskPictures::cleanup()
{
    QApplication::setPalette(m_light);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestDeskPictures::pictures_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("state");
    for (const char *language : {"ko", "en"}) {
        for (const bool dark : {false, true}) {
            for (const char *state : {"dashboard", "missing", "away", "work", "silent"}) {
                const QByteArray name =
                    QByteArray(state) + '-' + language + (dark ? QByteArray("-dark") : QByteArray("-light"));
                QTest::newRow(name.constData()) << QString::fromLatin1(language) << dark << QString(state);
            }
        }
    }
}

void TestDeskPictures::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, state);
    Desk desk(language, state == "work" ? SaleSign{"가을맞이 쿠폰 <b>행사</b> 2026", true} : SaleSign{});
    desk.looks.setTheme(dark ? Looks::Theme::Dark : Looks::Theme::Light);
    desk.window->show();
    showRush(desk);
    Status &now = desk.port.now;
    if (state == "missing")
        now.stock.available -= 3;
    if (state == "away")
        now.redisConnected = now.stockKnown = false;
    QTRY_COMPARE(desk.pillTone("redisPill"), state == "away" ? theme::Tone::Bad : theme::Tone::Good);
    QTRY_VERIFY(desk.text("conservationSentence").contains(state == "missing" ? "409" : "412"));
    if (state == "silent") {
        desk.port.holdStatus = true;
        QTRY_VERIFY(desk.find<QWidget>("banner")->isVisible() || (desk.clock.now += 500'000'000, false));
    }
    if (state != "dashboard" && state != "silent")
        desk.click("generateButton");
    if (state == "work")
        desk.port.lastWork.progress(600);
    if (state == "away")
        desk.port.endGenerate(std::unexpected(Error{Trouble::Unavailable, "away", {}}));
    if (state == "missing")
        desk.port.endGenerate(Generated{1000, 0});
    QCoreApplication::processEvents(); // the layout of what has just changed
    const QPixmap picture = desk.window->grab();
    const QImage image = picture.toImage();
    QCOMPARE(theme::isDark(QApplication::palette()), dark);
    // The desk's own colour, beside the cards.
    QVERIFY(dark ? image.pixelColor(4, image.height() - 4).lightness() < 90
                 : image.pixelColor(4, image.height() - 4).lightness() > 200);
    QVERIFY(picture.save(m_dir.filePath(QString::fromLatin1(QTest::currentDataTag()) + ".png")));
}

void TestDeskPictures::nothingIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qint64>("many");
    QTest::newRow("Korean, a thousand") << "ko" << qint64(1000);
    QTest::newRow("English, a thousand") << "en" << qint64(1000);
    QTest::newRow("Korean, billions") << "ko" << qint64(9'876'543'210);
    QTest::newRow("English, billions") << "en" << qint64(9'876'543'210);
}

void TestDeskPictures::nothingIsCutOff()
{
    QFETCH(QString, language);
    QFETCH(qint64, many);
    Desk desk(language, {QString(300, QChar(0xac00)), true});
    Status &now = desk.port.now;
    now.stock = {6 * many, many, many, many, many, many, many};
    now.issuedUsers = many;
    now.shared = {{"storeCalls", 3 * many}, {"storeFailures", many}, {"compensations", many}};
    now.redisMode = "sentinel";
    now.databaseEngine = "postgresql";
    now.databaseConnected = false;
    desk.window->show();
    QTRY_COMPARE(desk.pillTone("databasePill"), theme::Tone::Bad);
    desk.click("generateButton");
    desk.port.endGenerate(std::unexpected(Error{Trouble::Unavailable, "away", {}}));
    desk.window->resize(desk.window->minimumSizeHint());
    QTRY_COMPARE(cutOff(*desk.window), QString());
    QVERIFY2(desk.window->width() <= 1280 && desk.window->height() <= 700,
             qPrintable(QStringLiteral("%1x%2").arg(desk.window->width()).arg(desk.window->height())));
    QVERIFY(desk.window->grab().save(
        m_dir.filePath(QStringLiteral("smallest-%1-%2.png").arg(language).arg(many))));
}

void TestDeskPictures::twiceThePixels()
{
    // The scale is read once, when the program starts.
    const QString there = m_dir.filePath(QStringLiteral("scale2"));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("QT_SCALE_FACTOR", "2");
    environment.insert("SEONCHAK_PICTURES_DIR", there);
    QProcess again;
    again.setProcessEnvironment(environment);
    again.start(QCoreApplication::applicationFilePath(), {"pictures:dashboard-ko-light"});
    QVERIFY(again.waitForFinished(60'000));
    QCOMPARE(again.exitCode(), 0);
    const QImage large(there + QStringLiteral("/dashboard-ko-light.png"));
    QCOMPARE(large.size(), QSize(2560, 1600));
    // Not the small picture blown up: then every second pixel would be its neighbour's.
    int differing = 0;
    for (int y = 0; y + 1 < large.height(); y += 2) {
        for (int x = 0; x + 1 < large.width(); x += 2)
            differing += large.pixel(x, y) != large.pixel(x + 1, y);
    }
    QVERIFY2(differing > 5000, qPrintable(QString::number(differing)));
}

void TestDeskPictures::everyToneCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDeskPictures::everyToneCanBeRead()
{
    QFETCH(bool, dark);
    using theme::Tone;
    const QPalette palette = dark ? palettes::dark() : m_light;
    const QColor card = theme::card(palette);
    for (const auto tone : {Tone::Plain, Tone::Muted, Tone::Good, Tone::Bad, Tone::Waiting})
        QVERIFY2(contrast(theme::colour(palette, tone), card) >= 4.5, qPrintable(QString::number(int(tone))));
    QVERIFY(contrast(theme::colour(palette, Tone::Stale), card) >= 2.5); // grey on purpose, and large
    QVERIFY(contrast(Qt::white, theme::accent(palette)) >= 4.5);
    QVERIFY(theme::desk(palette) != card);
    QVERIFY(theme::edge(palette) != card);
}

void TestDeskPictures::thePaletteMayChangeUnderway()
{
    Desk desk;
    desk.window->show();
    const auto deskLightness = [&desk] {
        return desk.window->grab().toImage().pixelColor(4, desk.window->height() - 4).lightness();
    };
    QVERIFY(deskLightness() > 200);
    QApplication::setPalette(palettes::dark());
    QTRY_VERIFY(deskLightness() < 90);
}

QTEST_MAIN(TestDeskPictures)
#include "tst_desk_pictures.moc"
