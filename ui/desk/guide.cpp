// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/guide.h"

#include <QFileInfo>
#include <QLocale>

namespace seonchak {

QString guideFile(const QStringList &folders, const QString &page)
{
    const bool korean = QLocale().language() == QLocale::Korean;
    const QStringList languages = korean ? QStringList{QStringLiteral("ko"), QStringLiteral("en")}
                                         : QStringList{QStringLiteral("en"), QStringLiteral("ko")};
    for (const auto &folder : folders) {
        for (const auto &language : languages) {
            for (const auto &name :
                 {QStringLiteral("page-%1.html").arg(page), QStringLiteral("index.html")}) {
                const QFileInfo file(QStringLiteral("%1/%2/%3").arg(folder, language, name));
                if (file.isFile())
                    return file.absoluteFilePath();
            }
        }
    }
    return {};
}

} // namespace seonchak
