// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/rows.h"

namespace seonchak {

Result<void> withoutCount(const Result<qint64> &affected)
{
    return affected ? Result<void>{} : std::unexpected(affected.error());
}

Result<qint64> affected(Session &session, const QString &sql, const QVariantList &values)
{
    const auto query = session.run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    return (*query)->numRowsAffected();
}

Result<qint64> number(Session &session, const QString &sql, const QVariantList &values)
{
    qint64 result = 0;
    const auto read =
        eachRow(session, sql, values, [&](const QSqlQuery &row) { result = row.value(0).toLongLong(); });
    if (!read)
        return std::unexpected(read.error());
    return result;
}

QString storable(const QString &text, qsizetype most)
{
    if (text.isEmpty())
        return QStringLiteral(""); // not a null string, which would be NULL
    // Converting through UTF-8 replaces unpaired surrogates, including one left by the cut.
    QString whole = QString::fromUtf8(text.left(most).toUtf8());
    return whole.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

namespace {

void appendQuoted(QByteArray &json, const QByteArray &text)
{
    constexpr unsigned char firstPrintable = 0x20;
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            json += '\\';
        if (static_cast<unsigned char>(c) < firstPrintable)
            json += "\\u00" + QByteArray(1, c).toHex();
        else
            json += c;
    }
    json += '"';
}

} // namespace

QString jsonOf(const QList<QByteArray> &codes)
{
    constexpr qsizetype usualLength = 16;
    QByteArray json;
    json.reserve(codes.size() * usualLength + 2);
    json += '[';
    for (const QByteArray &code : codes) {
        if (json.size() > 1)
            json += ',';
        appendQuoted(json, code);
    }
    json += ']';
    return QString::fromUtf8(json);
}

QString jsonOf(std::span<const qint64> numbers)
{
    QByteArray json = "[";
    for (const qint64 n : numbers) {
        if (json.size() > 1)
            json += ',';
        json += QByteArray::number(n);
    }
    json += ']';
    return QString::fromLatin1(json);
}

QString eachText(const Session &session)
{
    if (session.engine() == DatabaseUrl::Engine::Sqlite)
        return QStringLiteral("json_each(?) AS e");
    return QStringLiteral("(SELECT nr - 1 AS key, value FROM json_array_elements_text(CAST(? AS json))"
                          " WITH ORDINALITY AS t(value, nr)) AS e");
}

QString eachNumber(const Session &session)
{
    if (session.engine() == DatabaseUrl::Engine::Sqlite)
        return QStringLiteral("json_each(?) AS e");
    return QStringLiteral(
        "(SELECT nr - 1 AS key, CAST(value AS bigint) AS value"
        " FROM json_array_elements_text(CAST(? AS json)) WITH ORDINALITY AS t(value, nr)) AS e");
}

} // namespace seonchak
