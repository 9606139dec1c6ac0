// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether fields can be seen and words can be read, measured on pictures of every page: outlines stand out by
// 3:1, letters by 4.5:1.

#include "tests/ui/contrast.h"
#include "tests/ui/whole_desk.h"
#include "ui/parts/desk_style.h"
#include "ui/parts/palettes.h"

#include <QApplication>
#include <QSpinBox>

using namespace seonchak;

class TestContrast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void themeColoursAreReadable_data();
    void themeColoursAreReadable();
    void everyKindOfField_data();
    void everyKindOfField();
    void whatIsTooFaintIsFound();
    void everyPage_data();
    void everyPage();
    void cleanup();
};

namespace {

void bothThemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void useTheme(bool dark)
{
    QApplication::setStyle(new DeskStyle);
    QApplication::setPalette(dark ? palettes::dark() : palettes::light());
}

} // namespace

void TestContrast::cleanup()
{
    QApplication::setPalette(QPalette());
}

void TestContrast::themeColoursAreReadable_data()
{
    bothThemes();
}

void TestContrast::themeColoursAreReadable()
{
    QFETCH(bool, dark);
    const QPalette palette = dark ? palettes::dark() : palettes::light();
    using theme::Tone;
    for (const QColor &sheet : {theme::card(palette), theme::desk(palette)}) {
        for (const Tone tone :
             {Tone::Plain, Tone::Muted, Tone::Stale, Tone::Good, Tone::Bad, Tone::Waiting}) {
            const double found = contrast::ratio(theme::colour(palette, tone).rgb(), sheet.rgb());
            QVERIFY2(found >= 4.5, qPrintable(QStringLiteral("tone %1: %2").arg(int(tone)).arg(found)));
        }
        QVERIFY(contrast::ratio(theme::outline(palette).rgb(), sheet.rgb()) >= 3);
        QVERIFY(contrast::ratio(palette.color(QPalette::PlaceholderText).rgb(), sheet.rgb()) >= 4.5);
    }
    for (const QColor &fill : {theme::accent(palette), theme::danger(palette), theme::safe(palette)})
        QVERIFY(contrast::ratio(fill.rgb(), qRgb(255, 255, 255)) >= 4.5);
}

void TestContrast::everyKindOfField_data()
{
    bothThemes();
}

/// On a card and on the desk, as plain widgets: the style alone makes them visible.
void TestContrast::everyKindOfField()
{
    QFETCH(bool, dark);
    useTheme(dark);
    QWidget page;
    auto *line = new QLineEdit(QStringLiteral("text"), &page);
    auto *empty = new QLineEdit(&page);
    empty->setPlaceholderText(QStringLiteral("not set"));
    auto *spin = new QSpinBox(&page);
    auto *combo = new QComboBox(&page);
    combo->addItem(QStringLiteral("saga"));
    auto *text = new QPlainTextEdit(&page);
    auto *check = new QCheckBox(QStringLiteral("check"), &page);
    auto *radio = new QRadioButton(QStringLiteral("radio"), &page);
    auto *button = new QPushButton(QStringLiteral("button"), &page);
    int top = 20;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{line, empty, spin, combo, text, check, radio, button}) {
        widget->setObjectName(QString::number(top));
        widget->setGeometry(20, top, 200, 30);
        top += 50;
    }
    page.resize(300, top);
    page.show();
    QCOMPARE(contrast::tooFaint(page), QString());
}

/// The measure itself: faint words and a faint outline are found, and named.
void TestContrast::whatIsTooFaintIsFound()
{
    useTheme(false);
    QWidget page;
    auto *label = new QLabel(QStringLiteral("can hardly be read"), &page);
    label->setObjectName(QStringLiteral("faintWords"));
    label->setGeometry(20, 20, 200, 30);
    page.resize(300, 80);
    page.show();
    QCOMPARE(contrast::tooFaint(page), QString());
    QPalette faint = label->palette();
    faint.setColor(QPalette::WindowText, QColor(200, 200, 200));
    label->setPalette(faint);
    QVERIFY2(contrast::tooFaint(page).contains("faintWords"), qPrintable(contrast::tooFaint(page)));
}

void TestContrast::everyPage_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("page");
    for (const bool dark : {false, true}) {
        for (const QString &page : allPages)
            QTest::addRow("%s, %s", qPrintable(page), dark ? "dark" : "light") << dark << page;
    }
}

void TestContrast::everyPage()
{
    QFETCH(bool, dark);
    QFETCH(QString, page);
    QApplication::setStyle(new DeskStyle);
    WholeDesk desk(QStringLiteral("en"), dark);
    desk.window->view().open(page);
    QTRY_COMPARE(desk.window->view().currentPage(), page);
    QTRY_COMPARE(desk.whatIsMissing(), QString());
    QTRY_COMPARE(contrast::tooFaint(*desk.window), QString());
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
