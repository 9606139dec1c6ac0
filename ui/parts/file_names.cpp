// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/file_names.h"

#include <QDateTime>
#include <QStringList>

namespace seonchak {

namespace {

constexpr qsizetype longestPart = 40; ///< letters of a sale's name; file systems take 255 bytes in all

QString fileNamePart(const QString &text)
{
    QString part;
    for (const QChar c : text.trimmed().left(longestPart)) {
        const bool fine = c.isLetterOrNumber() || c == u'_' || c.isSurrogate() || c.isMark();
        if (fine)
            part += c;
        else if (!part.isEmpty() && !part.endsWith(u'-'))
            part += u'-';
    }
    while (part.endsWith(u'-') || (!part.isEmpty() && part.back().isHighSurrogate()))
        part.chop(1);
    return part;
}

} // namespace

QString proposedName(const QString &what, const QString &sale, WallMs at, const QString &tail)
{
    QStringList parts{what, fileNamePart(sale),
                      QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyyMMdd-HHmm")), tail};
    parts.removeAll(QString());
    return parts.join(QLatin1Char('-')) + QStringLiteral(".csv");
}

} // namespace seonchak
