// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the window, in both languages and colours, on the smallest screen it promises to fit on, and
// on one with twice the pixels: a picture of each, and no text in them that is cut off.

#include "tests/ui/cut_off.h"
#include "tests/ui/whole_desk.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace seonchak;

namespace {
constexpr QSize screen(1280, 720);
constexpr QSize frame(8, 48); ///< of a window manager
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
    desk.window->resize(screen - frame);
    QTRY_VERIFY(desk.port.statusCalls > 1);
    for (const QString &key : allPages) {
        desk.window->view().open(key);
        QTRY_COMPARE(desk.whatIsMissing(), QString());
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
    for (const QString &key : allPages) {
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
