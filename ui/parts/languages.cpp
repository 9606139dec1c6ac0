// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>

namespace seonchak {

namespace {

/// One file for each folder of the window.
QStringList filesFor(const QString &language)
{
    QStringList paths;
    const auto names = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("*_%1.qm").arg(language)});
    for (const QString &name : names)
        paths << QStringLiteral(":/i18n/") + name;
    return paths;
}

} // namespace

QString Languages::best(const QStringList &uiLanguages)
{
    // Not left to QTranslator: English has no file of its own, so a reader's second language would win over
    // it.
    for (const QString &name : uiLanguages) {
        const QString language = QLocale(name).bcp47Name().section(QLatin1Char('-'), 0, 0);
        if (language == QLatin1String("en"))
            return {};
        if (!filesFor(language).isEmpty())
            return language;
    }
    return {};
}

Languages::Languages(const QLocale &locale)
{
    const QString language = best(locale.uiLanguages());
    if (language.isEmpty())
        return;
    if (m_qts.load(QStringLiteral("qtbase_%1").arg(language),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    for (const QString &file : filesFor(language)) {
        auto &texts = m_ours.emplace_back(std::make_unique<QTranslator>());
        if (texts->load(file))
            QCoreApplication::installTranslator(texts.get());
    }
}

Languages::~Languages()
{
    for (const auto &texts : m_ours)
        QCoreApplication::removeTranslator(texts.get());
    QCoreApplication::removeTranslator(&m_qts);
}

} // namespace seonchak
