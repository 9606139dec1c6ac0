// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the window, in both languages and colours, on the smallest screen it promises to fit on, and
// on one with twice the pixels: a picture of each, and no text in them that is cut off.

#include "core/async/work_pool.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/fake_book.h"
#include "tests/ui/fake_settings.h"
#include "tests/ui/lab_world.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/desk/pages.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;

namespace {

constexpr QSize screen(1280, 720);
constexpr QSize frame(8, 48); ///< of a window manager

const QStringList pages{page::dashboard, page::coupons, page::whyNot,  page::doubts,
                        page::lab,       page::audit,   page::settings};

OpenDoubt doubt(qint64 number, WallMs now)
{
    OpenDoubt made;
    made.reservation = made.couponId = number;
    made.code = "7KQ2-M9XA-TT" + QByteArray::number(10 + number);
    made.user = 1000 + number;
    made.since = now - number * 61'000;
    made.attempts = number;
    made.asked = now - 4000;
    made.answer = QStringLiteral("the store gave no answer");
    return made;
}

AuditEntry entry(qint64 serial, WallMs now)
{
    AuditEntry made;
    made.id = serial;
    made.at = now - serial * 1000;
    made.actor = QStringLiteral("desk (operator)");
    made.action = QStringLiteral("generate");
    made.detail = QStringLiteral("count 100000, prefix \"\", length 12, push false");
    made.result = QStringLiteral("100000 generated, 0 pushed");
    return made;
}

/// A window with all pages, on a sale in which something has happened.
struct WholeDesk
{
    WholeDesk(const QString &language, bool dark)
    {
        port.now = FakePort::busyStatus();
        FakeBook{1000}.answerFor(port);
        port.cutLists.answer = [] { return QList<CutAct>{}; };
        port.doubtLists.answer = [this] {
            return QList<OpenDoubt>{doubt(1, clock.wall), doubt(2, clock.wall), doubt(3, clock.wall)};
        };
        port.audits.answer = [this](const AuditFilter &) {
            AuditPage some;
            for (qint64 serial = 1; serial <= 12; ++serial)
                some.items.append(entry(serial, clock.wall));
            return some;
        };
        settings.now = everyKindOfRow();
        looks.setLanguage(language);
        looks.setTheme(dark ? Looks::Theme::Dark : Looks::Theme::Light);
        window = std::make_unique<DeskWindow>(DeskParts{port, clock, asker, looks, files, &settings, &lab});
        window->resize(screen - frame);
        window->show();
    }

    QTemporaryDir home;
    FakePort port;
    WallClock clock;
    FakeAsker asker;
    FakeSettings settings;
    FakeLab fake;
    Lab lab{fake.run, {QStringLiteral("/bin/seonchakd"), home.path()}};
    WorkPool files;
    Looks looks{home.filePath(QStringLiteral("desk.ini"))};
    std::unique_ptr<DeskWindow> window;
};

} // namespace

class TestEveryPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void pages_data();
    void pages();
    void twiceThePixels();
    void whatIsCutOffIsFound();

private:
    QPalette m_palette;
    QDir m_dir;
};

void TestEveryPage::initTestCase()
{
    QApplication::setStyle(new DeskStyle);
    m_palette = QApplication::palette();
    const QString path = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    QVERIFY2(!path.isEmpty(), "SEONCHAK_PICTURES_DIR must name where the pictures go");
    m_dir = QDir(path + QStringLiteral("/pages"));
    QVERIFY(m_dir.mkpath(QStringLiteral(".")));
}

void TestEveryPage::cleanup()
{
    QApplication::setPalette(m_palette);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestEveryPage::pages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    for (const char *language : {"ko", "en"}) {
        for (const bool dark : {false, true})
            QTest::addRow("%s-%s", language, dark ? "dark" : "light")
                << QString::fromLatin1(language) << dark;
    }
}

void TestEveryPage::pages()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    WholeDesk desk(language, dark);
    QTRY_VERIFY(desk.port.statusCalls > 1);
    for (const QString &key : ::pages) {
        desk.window->view().open(key);
        QTRY_COMPARE(cutOffAnywhere(*desk.window), QString());
        QCOMPARE(desk.window->size(), screen - frame); // No page has made it larger than the screen.
        const QString name =
            key + QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png");
        QVERIFY(desk.window->grab().save(m_dir.filePath(name)));
    }
}

void TestEveryPage::twiceThePixels()
{
    // The scale is read once, when the program starts.
    const QString there = m_dir.filePath(QStringLiteral("scale2"));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    environment.insert(QStringLiteral("SEONCHAK_PICTURES_DIR"), there);
    QProcess again;
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::MergedChannels);
    again.start(QCoreApplication::applicationFilePath(), {QStringLiteral("pages")});
    QVERIFY(again.waitForFinished(240'000));
    QVERIFY2(again.exitCode() == 0, again.readAll().constData());
    for (const QString &key : ::pages) {
        const QImage large(there + QStringLiteral("/pages/%1-ko-light.png").arg(key));
        QCOMPARE(large.size(), 2 * (screen - frame));
    }
}

void TestEveryPage::whatIsCutOffIsFound()
{
    QWidget window;
    auto *label = new QLabel(QStringLiteral("much too long for its place"), &window);
    label->setObjectName(QStringLiteral("label"));
    label->setGeometry(0, 0, 40, 20);
    auto *box = new QComboBox(&window);
    box->setObjectName(QStringLiteral("box"));
    box->addItem(QStringLiteral("much too long for its place"));
    box->setGeometry(0, 30, 60, 24);
    auto *button = new QPushButton(QStringLiteral("much too long for its place"), &window);
    button->setObjectName(QStringLiteral("button"));
    button->setGeometry(0, 60, 60, 24);
    window.resize(300, 100);
    window.show();
    QCOMPARE(cutOffAnywhere(window).count(QStringLiteral("much too long")), 3);
    for (auto *widget :
         {static_cast<QWidget *>(label), static_cast<QWidget *>(box), static_cast<QWidget *>(button)})
        widget->resize(280, 24);
    QCOMPARE(cutOffAnywhere(window), QString());
}

QTEST_MAIN(TestEveryPage)
#include "tst_every_page.moc"
