// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newsale/shelf_name.h"

#include "core/newsale/turn_trouble.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <sys/stat.h>

namespace seonchak::newsale {

namespace {

bool mayStandInShelfName(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'-' || c == U'_' || c == U'.';
}

bool isReservedName(const QString &name)
{
    const QString lower = name.toLower();
    return lower.startsWith(QLatin1String("pg_")) || lower == QLatin1String("public") ||
           lower == QLatin1String("information_schema");
}

} // namespace

Result<QString> shelfName(const QString &given)
{
    const QString name = given.normalized(QString::NormalizationForm_C);
    const auto letters = name.toUcs4();
    const qsizetype bytes = name.toUtf8().size();
    if (letters.isEmpty() || bytes > nameBytesMost)
        return failure(Trouble::BadInput,
                       QStringLiteral("the name of an old book has 1 to %1 bytes").arg(nameBytesMost),
                       {badName});
    const bool fits = name.isValidUtf16() &&
                      std::ranges::all_of(letters, [](uint c) { return mayStandInShelfName(char32_t(c)); });
    if (!fits || !QChar::isLetterOrNumber(letters.first()))
        return failure(Trouble::BadInput,
                       QStringLiteral("the name of an old book is made of letters, digits, -, _ and ., and "
                                      "begins with a letter or a digit"),
                       {badName});
    if (isReservedName(name))
        return failure(Trouble::BadInput,
                       QStringLiteral("\"%1\" is a name that PostgreSQL keeps for itself").arg(name),
                       {badName});
    return name;
}

QString proposedShelfName(const QString &sale, WallMs at)
{
    QString name;
    for (const char32_t c : sale.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (mayStandInShelfName(c))
            name += QString::fromUcs4(&c, 1);
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    while (!name.isEmpty() && !name.front().isLetterOrNumber() && !name.front().isHighSurrogate())
        name.remove(0, 1);
    const QString day = QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd"));
    while (name.toUtf8().size() + 1 + day.size() > nameBytesMost)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    while (name.endsWith(u'-'))
        name.chop(1);
    if (name.isEmpty() || isReservedName(name))
        name = QStringLiteral("sale");
    return name + u'-' + day;
}

QString shelfFile(const DatabaseUrl &url, const QString &name)
{
    const QFileInfo file(url.path);
    const QString real = file.canonicalFilePath();
    return QFileInfo(real.isEmpty() ? file.absoluteFilePath() : real).absolutePath() +
           QStringLiteral("/books/") + name + QStringLiteral(".sqlite");
}

bool isSameFile(const QString &one, const QString &other)
{
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0 &&
           ::stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_ino == second.st_ino &&
           first.st_dev == second.st_dev;
}

DatabaseUrl shelfUrl(const DatabaseUrl &url, const QString &name)
{
    DatabaseUrl old = url;
    if (url.engine == DatabaseUrl::Engine::Sqlite)
        old.path = shelfFile(url, name);
    else
        old.schema = name;
    return old;
}

} // namespace seonchak::newsale
