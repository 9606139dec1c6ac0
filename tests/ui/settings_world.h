// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/every_setting.h"
#include "tests/ui/page_world.h"
#include "ui/settings/settings_page.h"

#include <QLineEdit>
#include <QListWidget>

#include <memory>

namespace seonchak {

/// The settings' page on fake settings, with shorthands for its parts.
struct SettingsWorld : PageWorld
{
    SettingsWorld()
    {
        settings.now = everyKindOfRow();
        port.recorded.answer = [](const QString &, const QString &, const QString &) {
            return Result<void>{};
        };
    }
    void open()
    {
        page.reset(new SettingsPage(settings, context));
        page->resize(1130, 700);
        page->show();
    }
    void group(int number) const { part<QListWidget>(*page, "settingsGroups")->setCurrentRow(number); }
    QLineEdit *line(const char *key) const { return part<QLineEdit>(*page, QByteArray("setting-") + key); }
    QString hint(const char *key) const { return textOf(*page, QByteArray("setting-") + key + "-boxHint"); }
    template <typename T>
    static T *part(const QWidget &of, const QByteArray &name)
    {
        return seonchak::part<T>(of, name.constData());
    }
    static QString textOf(const QWidget &of, const QByteArray &name)
    {
        return seonchak::textOf(of, name.constData());
    }
    QString sentence() const { return seonchak::toldOf(*page, "settingsLine"); }
    bool maySave() const { return part<QPushButton>(*page, "settingsSave")->isEnabled(); }
    void save() const { press(*page, "settingsSave"); }

    FakeSettings settings;
    std::unique_ptr<SettingsPage> page;
};

} // namespace seonchak
