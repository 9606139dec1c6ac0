// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/languages.h"

#include <QObject>
#include <QSettings>

#include <optional>

namespace seonchak {

/// The person's preferences for the window: language, light or dark, position. Stored in a separate file,
/// apart from the program's options. Applies changes to the whole application immediately: windows follow by
/// QEvent::LanguageChange and by their palettes. GUI thread; create it before the first widget.
class Looks : public QObject
{
    Q_OBJECT
public:
    enum class Theme { System, Light, Dark };

    /// `file`: an INI file; its folder is created when something is first stored.
    explicit Looks(const QString &file);
    /// In the user's configuration folder: "…/seonchak/desk.ini".
    static QString usualFile();

    /// "ko", "en", or empty: the system's.
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    /// "system", "light", "dark": the names in the file and on the settings page.
    static QString nameOf(Theme theme);
    static Theme themeOf(const QString &name);

    /// Whether to show notifications outside of the window.
    [[nodiscard]] bool notifies() const;

    [[nodiscard]] QByteArray geometry() const;
    void keepGeometry(const QByteArray &geometry);
    /// The last opened page; empty: none yet.
    [[nodiscard]] QString page() const;
    void keepPage(const QString &key);
    /// The folder of the last file dialog; empty: none yet.
    [[nodiscard]] QString folder() const;
    void keepFolder(const QString &folder);
    /// The remote servers that windows were attached to, the latest first.
    [[nodiscard]] QStringList attached() const;
    void keepAttached(const QString &url);
    /// Whether no window was ever opened with this file; further calls return false.
    [[nodiscard]] bool isFirstStart();
    /// Whether the keychain has a token for this server.
    [[nodiscard]] bool hasAttachToken(const QString &url) const;
    void keepAttachToken(const QString &url);
    /// The saved columns of a table, by the table's name; empty: the page's default.
    [[nodiscard]] QByteArray columns(const QString &table) const;
    void keepColumns(const QString &table, const QByteArray &columns);

public Q_SLOTS:
    void setLanguage(const QString &language);
    void setTheme(seonchak::Looks::Theme theme);
    void setNotifies(bool notifies);

Q_SIGNALS:
    /// Language, theme or notifications have changed.
    void changed();

private:
    void applyLanguage();
    void applyTheme();

    QSettings m_file;
    QString m_language;
    Theme m_theme = Theme::System;
    std::optional<Languages> m_texts;
};

} // namespace seonchak
