// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_pool.h"
#include "tests/ui/cut_off.h"
#include "tests/ui/fake_asker.h"
#include "tests/ui/fake_port.h"
#include "ui/parts/desk_style.h"
#include "ui/parts/languages.h"
#include "ui/parts/palettes.h"
#include "ui/parts/tone_label.h"
#include "ui/port/page_context.h"
#include "ui/port/pulse.h"
#include "ui/port/under_way.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

namespace seonchak {

/// A clock with a date; both move by hand.
class WallClock final : public Clock
{
public:
    [[nodiscard]] qint64 wallMs() const override { return wall; }
    [[nodiscard]] qint64 steadyNs() const override { return steady; }

    qint64 wall = 1'795'000'000'000; // in November 2026
    qint64 steady = 1'000'000'000;
};

/// All that a page by itself is given.
struct PageWorld
{
    FakePort port;
    FakeAsker asker;
    WallClock clock;
    WorkPool files;
    Pulse pulse{port, clock};
    UnderWay underWay;
    PageContext context{port, asker, pulse, clock, files, &underWay};
};

template <typename T>
T *part(const QWidget &page, const char *name)
{
    auto *found = page.findChild<T *>(QLatin1String(name));
    if (!found)
        qFatal("there is no %s in the page", name);
    return found;
}

inline QString textOf(const QWidget &page, const char *name)
{
    return part<QLabel>(page, name)->text();
}

/// What a line says of an act, without the time before it.
inline QString toldOf(const QWidget &page, const char *name)
{
    static const QRegularExpression time(QStringLiteral("^\\d\\d:\\d\\d:\\d\\d · "));
    return textOf(page, name).remove(time);
}

inline void press(const QWidget &page, const char *name)
{
    QTest::mouseClick(part<QPushButton>(page, name), Qt::LeftButton);
}

/// Language and light for one picture; the old ones come back at its end.
class PictureLook
{
public:
    PictureLook(const QString &language, bool dark)
        : m_languages(QLocale(language))
    {
        QApplication::setStyle(new DeskStyle);
        QLocale::setDefault(QLocale(language));
        QApplication::setPalette(dark ? palettes::dark() : palettes::light());
    }
    ~PictureLook()
    {
        QApplication::setPalette(m_before);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    PictureLook(const PictureLook &) = delete;
    PictureLook &operator=(const PictureLook &) = delete;

private:
    const QPalette m_before = QApplication::palette();
    const Languages m_languages;
};

/// One row for each language, light and dark, and state.
inline void pictureRows(std::initializer_list<const char *> states)
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("state");
    for (const char *language : {"ko", "en"}) {
        for (const bool dark : {false, true}) {
            for (const char *state : states) {
                const QByteArray name = QByteArray(state) + '-' + language + (dark ? "-dark" : "-light");
                QTest::newRow(name.constData()) << QString(language) << dark << QString(state);
            }
        }
    }
}

/// Into the directory where all pictures go; false where there is none.
inline bool savePicture(QWidget &page)
{
    QCoreApplication::processEvents();
    const QDir dir(qEnvironmentVariable("SEONCHAK_PICTURES_DIR"));
    const QString name = QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png");
    return QDir().mkpath(dir.path()) && page.grab().save(dir.filePath(name));
}

} // namespace seonchak
