// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/inline_values.h"

#include <QSqlDriver>
#include <QSqlField>

namespace seonchak {

namespace {

QString literal(const QVariant &value, const QSqlDriver &driver)
{
    QSqlField field(QString(), value.metaType());
    if (value.isNull())
        field.clear();
    else
        field.setValue(value);
    const QString text = driver.formatValue(field);
    return text.startsWith(u'-') ? QString(u'(' + text + u')') : text; // "a-?" must not become a comment
}

} // namespace

QString inlineValues(const QString &sql, const QVariantList &values, const QSqlDriver &driver)
{
    QString out;
    out.reserve(sql.size() + 24 * values.size());
    QChar quote;
    qsizetype next = 0;
    for (const QChar c : sql) {
        if (quote.isNull() && c == u'?' && next < values.size()) {
            out += literal(values[next++], driver);
            continue;
        }
        if (c == u'\'' || c == u'"')
            quote = quote.isNull() ? c : quote == c ? QChar() : quote;
        out += c;
    }
    return out;
}

} // namespace seonchak
