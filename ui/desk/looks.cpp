// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/looks.h"

#include "ui/parts/palettes.h"

#include <QApplication>
#include <QStandardPaths>

namespace seonchak {

namespace {
const QString languageKey = QStringLiteral("look/language");
const QString themeKey = QStringLiteral("look/theme");
const QString geometryKey = QStringLiteral("window/geometry");
const QString pageKey = QStringLiteral("window/page");
const QString folderKey = QStringLiteral("files/folder");
const QString attachedKey = QStringLiteral("attach/servers");
const QString begunKey = QStringLiteral("window/begun");
const QString attachTokensKey = QStringLiteral("attach/tokens");
const QString notifiesKey = QStringLiteral("window/notifications");
const QString columnsKey = QStringLiteral("columns/");

QLocale localeOf(const QString &language)
{
    if (language == QLatin1String("ko"))
        return {QLocale::Korean, QLocale::SouthKorea};
    if (language == QLatin1String("en"))
        return {QLocale::English, QLocale::UnitedStates};
    return QLocale::system();
}
} // namespace

Looks::Looks(const QString &file)
    : m_file(file, QSettings::IniFormat)
    , m_language(m_file.value(languageKey).toString())
    , m_theme(themeOf(m_file.value(themeKey).toString()))
{
    applyLanguage();
    if (m_theme != Theme::System)
        applyTheme();
}

QString Looks::usualFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/seonchak/desk.ini");
}

QString Looks::nameOf(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::System:
        break;
    }
    return QStringLiteral("system");
}

Looks::Theme Looks::themeOf(const QString &name)
{
    if (name == QLatin1String("light"))
        return Theme::Light;
    return name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

QByteArray Looks::geometry() const
{
    return m_file.value(geometryKey).toByteArray();
}

void Looks::keepGeometry(const QByteArray &geometry)
{
    m_file.setValue(geometryKey, geometry);
}

QString Looks::page() const
{
    return m_file.value(pageKey).toString();
}

void Looks::keepPage(const QString &key)
{
    m_file.setValue(pageKey, key);
}

QString Looks::folder() const
{
    return m_file.value(folderKey).toString();
}

void Looks::keepFolder(const QString &folder)
{
    m_file.setValue(folderKey, folder);
}

QStringList Looks::attached() const
{
    return m_file.value(attachedKey).toStringList();
}

void Looks::keepAttached(const QString &url)
{
    constexpr qsizetype attachedMost = 8;
    QStringList known = attached();
    known.removeAll(url);
    known.prepend(url);
    m_file.setValue(attachedKey, known.mid(0, attachedMost));
}

bool Looks::isFirstStart()
{
    const bool isFirst = m_file.allKeys().isEmpty();
    if (isFirst)
        m_file.setValue(begunKey, true);
    return isFirst;
}

bool Looks::hasAttachToken(const QString &url) const
{
    return m_file.value(attachTokensKey).toStringList().contains(url);
}

void Looks::keepAttachToken(const QString &url)
{
    QStringList known = m_file.value(attachTokensKey).toStringList();
    if (!known.contains(url))
        m_file.setValue(attachTokensKey, known << url);
    m_file.sync(); // A window opened there reads it immediately.
}

QByteArray Looks::columns(const QString &table) const
{
    return m_file.value(columnsKey + table).toByteArray();
}

void Looks::keepColumns(const QString &table, const QByteArray &columns)
{
    m_file.setValue(columnsKey + table, columns);
}

void Looks::setLanguage(const QString &language)
{
    const QString known =
        language == QLatin1String("ko") || language == QLatin1String("en") ? language : QString();
    if (std::exchange(m_language, known) == known)
        return;
    m_file.setValue(languageKey, m_language);
    applyLanguage();
    Q_EMIT changed();
}

void Looks::setTheme(Theme theme)
{
    if (std::exchange(m_theme, theme) == theme)
        return;
    m_file.setValue(themeKey, nameOf(theme));
    applyTheme();
    Q_EMIT changed();
}

bool Looks::notifies() const
{
    return m_file.value(notifiesKey, true).toBool();
}

void Looks::setNotifies(bool notifies)
{
    if (notifies == this->notifies())
        return;
    m_file.setValue(notifiesKey, notifies);
    Q_EMIT changed();
}

void Looks::applyLanguage()
{
    const QLocale locale = localeOf(m_language);
    m_texts.reset();
    QLocale::setDefault(locale);
    m_texts.emplace(locale);
}

void Looks::applyTheme()
{
    // An empty palette is the platform's own again.
    QApplication::setPalette(m_theme == Theme::Light  ? palettes::light()
                             : m_theme == Theme::Dark ? palettes::dark()
                                                      : QPalette());
}

} // namespace seonchak
