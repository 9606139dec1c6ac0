// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/languages.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>

namespace seonchak {

QString Languages::best(const QStringList &uiLanguages)
{
    // Not left to QTranslator: English has no file of its own, so a reader's second language would win over
    // it.
    for (const QString &name : uiLanguages) {
        const QString language = QLocale(name).bcp47Name().section(QLatin1Char('-'), 0, 0);
        if (language == QLatin1String("en"))
            return {};
        if (QFile::exists(QStringLiteral(":/i18n/seonchak_%1.qm").arg(language)))
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
    if (m_ours.load(QStringLiteral(":/i18n/seonchak_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_ours);
}

Languages::~Languages()
{
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
}

} // namespace seonchak
