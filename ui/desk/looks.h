// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/languages.h"

#include <QObject>
#include <QSettings>

#include <optional>

namespace seonchak {

/// How this person wants the window: language, light or dark, where it stands. Remembered in a file of the
/// desktop's own, apart from the program's options. Applies what is chosen to the whole application at once:
/// windows follow by QEvent::LanguageChange and by their palettes. GUI thread; before the first widget.
class Looks : public QObject
{
    Q_OBJECT
public:
    enum class Theme { System, Light, Dark };

    /// `file`: an INI file; its folder is made when something is first remembered.
    explicit Looks(const QString &file);
    /// In the user's folder for configuration: "…/seonchak/desk.ini".
    static QString usualFile();

    /// "ko", "en", or empty: the system's.
    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] Theme theme() const { return m_theme; }
    /// "system", "light", "dark": how the file and the settings page call them.
    static QString nameOf(Theme theme);
    static Theme themeOf(const QString &name);

    /// Whether what matters is told outside of the window too.
    [[nodiscard]] bool notifies() const;

    [[nodiscard]] QByteArray geometry() const;
    void keepGeometry(const QByteArray &geometry);
    /// The page that was open last; empty: none yet.
    [[nodiscard]] QString page() const;
    void keepPage(const QString &key);
    /// The folder of the last file dialog; empty: none yet.
    [[nodiscard]] QString folder() const;
    void keepFolder(const QString &folder);
    /// The servers elsewhere that windows were attached to, the latest first.
    [[nodiscard]] QStringList attached() const;
    void keepAttached(const QString &url);
    /// Whether nobody has ever looked at a window with this file; the answer is no from then on.
    [[nodiscard]] bool isFirstStart();
    /// Whether the keychain has a token for this one.
    [[nodiscard]] bool hasAttachToken(const QString &url) const;
    void keepAttachToken(const QString &url);
    /// How the columns of a table stood last, by the table's name; empty: as the page makes them.
    [[nodiscard]] QByteArray columns(const QString &table) const;
    void keepColumns(const QString &table, const QByteArray &columns);

public Q_SLOTS:
    void setLanguage(const QString &language);
    void setTheme(seonchak::Looks::Theme theme);
    void setNotifies(bool notifies);

Q_SIGNALS:
    /// Of the language, the theme, or whether it notifies.
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
