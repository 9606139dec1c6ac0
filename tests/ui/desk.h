// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/fake_port.h"
#include "ui/desk/desk_window.h"
#include "ui/parts/pill.h"
#include "ui/parts/tone_label.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTest>

namespace seonchak {

/// A window on a fake sale, with shorthands for its parts by objectName.
struct Desk
{
    FakePort port;
    StillClock clock;
    DeskWindow window{port, clock};

    template <typename T>
    T *find(const char *name) const
    {
        auto *found = window.findChild<T *>(QLatin1String(name));
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
};

} // namespace seonchak
