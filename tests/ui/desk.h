// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work_pool.h"
#include "tests/ui/fake_asker.h"
#include "tests/ui/fake_port.h"
#include "ui/desk/desk_view.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/parts/pill.h"
#include "ui/parts/tone_label.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace seonchak {

/// A window on a fake sale, with shorthands for its parts by objectName. Make it where the language and the
/// palette are to be English and the system's: it sets both.
struct Desk
{
    /// `language`: "en", "ko"; `sale`: its sign.
    explicit Desk(const QString &language = QStringLiteral("en"), const SaleSign &sale = {})
    {
        port.sign = sale;
        looks.setLanguage(language);
        window = std::make_unique<DeskWindow>(parts());
        window->resize(1280, 800); // as on a screen with room
    }
    [[nodiscard]] DeskParts parts() { return {port, clock, asker, looks, files}; }

    template <typename T>
    T *find(const char *name) const
    {
        auto *found = window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s in the window", name);
        return found;
    }
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    theme::Tone tone(const char *name) const { return find<ToneLabel>(name)->tone(); }
    QString pill(const char *name) const { return find<Pill>(name)->text(); }
    theme::Tone pillTone(const char *name) const { return find<Pill>(name)->tone(); }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    QProgressBar *progress() const { return find<QProgressBar>("workProgress"); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void choose(const char *action) const { find<QAction>(action)->trigger(); }

    QTemporaryDir home;
    FakePort port;
    StillClock clock;
    FakeAsker asker;
    WorkPool files;
    Looks looks{home.filePath(QStringLiteral("desk.ini"))};
    std::unique_ptr<DeskWindow> window;
};

} // namespace seonchak
