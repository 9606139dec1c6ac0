// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/url_password.h"

#include <QStringList>
#include <QUrl>

namespace seonchak {

namespace {

struct Cut
{
    QString scheme; ///< with "://"
    QString login;  ///< before the @
    QString hosts;
    QString rest; ///< from the path on
    bool isUrl = false;
};

Cut cut(const QString &text)
{
    const qsizetype begin = text.indexOf(QLatin1String("://"));
    if (begin <= 0 || text.startsWith(QLatin1String("sqlite")))
        return {};
    Cut parts;
    parts.isUrl = true;
    parts.scheme = text.left(begin + 3);
    qsizetype end = begin + 3;
    while (end < text.size() && !QStringLiteral("/?#").contains(text[end]))
        ++end;
    const QString authority = text.mid(begin + 3, end - begin - 3);
    const qsizetype at = authority.lastIndexOf(QLatin1Char('@'));
    parts.login = authority.left(std::max<qsizetype>(at, 0));
    parts.hosts = authority.mid(at + 1);
    parts.rest = text.mid(end);
    return parts;
}

QString withLogin(const Cut &parts, const QString &login)
{
    return parts.scheme + login + (login.isEmpty() ? QString() : QStringLiteral("@")) + parts.hosts +
           parts.rest;
}

/// libpq accepts ?password=… as well.
QString takeFromQuery(QString &rest)
{
    const qsizetype mark = rest.indexOf(QLatin1Char('?'));
    if (mark < 0)
        return {};
    QString password;
    QStringList kept;
    for (const auto &item : rest.mid(mark + 1).split(QLatin1Char('&'))) {
        if (item.startsWith(QLatin1String("password=")))
            password = item.section(QLatin1Char('='), 1);
        else
            kept.append(item);
    }
    rest.truncate(mark);
    if (!kept.isEmpty())
        rest += QLatin1Char('?') + kept.join(QLatin1Char('&'));
    return password;
}

} // namespace

UrlPassword UrlPassword::split(const QString &text)
{
    Cut parts = cut(text);
    if (!parts.isUrl)
        return {text, {}};
    QString password = parts.login.section(QLatin1Char(':'), 1);
    if (const QString other = takeFromQuery(parts.rest); !other.isEmpty())
        password = other;
    return {withLogin(parts, parts.login.section(QLatin1Char(':'), 0, 0)),
            QUrl::fromPercentEncoding(password.toUtf8())};
}

QString UrlPassword::join() const
{
    const Cut parts = cut(url);
    if (!parts.isUrl || password.isEmpty())
        return url;
    const QString user = parts.login.section(QLatin1Char(':'), 0, 0);
    return withLogin(parts, user + QLatin1Char(':') + QString::fromLatin1(QUrl::toPercentEncoding(password)));
}

QString UrlPassword::place() const
{
    Cut parts = cut(url);
    if (!parts.hosts.isEmpty())
        parts.rest.clear(); // otherwise it contains the socket's path
    return parts.isUrl ? withLogin(parts, parts.login.section(QLatin1Char(':'), 0, 0)) : QString();
}

} // namespace seonchak
