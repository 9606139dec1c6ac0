// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

/// Small pieces of the report's page. All arguments are plain text, and are escaped here.
namespace seonchak::html {

/// A text in both languages; the page shows one of them.
QString both(const QString &korean, const QString &english);
/// A number formatted for people; null: "not measured" in both languages.
QString number(const QJsonValue &value, int decimals = 0);
/// "12.5 (11.9–13.1)" of an object with median, min and max.
QString spread(const QJsonValue &value, int decimals = 0);

/// Cells are finished HTML. The first column is left-aligned, numbers right.
QString table(const QStringList &head, const QList<QStringList> &rows);

struct Bar
{
    QString name;
    double median = 0;
    double least = 0;
    double most = 0;
    bool sound = true; ///< false: drawn hollow, as fast but wrong
};
/// Horizontal bars with whiskers from the lowest to the highest repeat, as inline SVG.
QString bars(const QList<Bar> &bars, const QString &unit);

/// Everything before the first section, and after the last.
QString pageHead();
QString pageEnd();

} // namespace seonchak::html
