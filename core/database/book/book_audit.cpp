// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/book/book_audit.h"

#include "core/database/engine/rows.h"

namespace seonchak::book {

namespace {

/// For LIKE … ESCAPE '!': matches the text literally.
QString containing(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'!', QStringLiteral("!!"))
        .replace(u'%', QStringLiteral("!%"))
        .replace(u'_', QStringLiteral("!_"));
    return u'%' + pattern + u'%';
}

struct Conditions
{
    QString sql;
    QVariantList values;

    void add(const QString &condition, const QVariantList &with)
    {
        sql += QStringLiteral(" AND ") + condition;
        values += with;
    }
};

Conditions conditionsOf(const Session &session, const AuditFilter &filter)
{
    Conditions conditions;
    if (!filter.text.isEmpty()) {
        // SQLite's LIKE ignores the case of ASCII letters; PostgreSQL has ILIKE for that.
        const bool sqlite = session.engine() == DatabaseUrl::Engine::Sqlite;
        const QString like = sqlite ? QStringLiteral("LIKE") : QStringLiteral("ILIKE");
        const QString one =
            QStringLiteral("actor %1 ? ESCAPE '!' OR detail %1 ? ESCAPE '!' OR result %1 ? ESCAPE '!'")
                .arg(like);
        QStringList any;
        QVariantList values;
        for (const QString &text : QStringList{filter.text} + filter.alike) {
            // Codes are stored in their canonical form.
            const QString pattern = containing(storable(text.normalized(QString::NormalizationForm_C)));
            any << one;
            values << pattern << pattern << pattern;
        }
        conditions.add(u'(' + any.join(QStringLiteral(" OR ")) + u')', values);
    }
    if (!filter.action.isEmpty())
        conditions.add(QStringLiteral("action = ?"), {storable(filter.action)});
    if (filter.from)
        conditions.add(QStringLiteral("at >= ?"), {*filter.from});
    if (filter.until)
        conditions.add(QStringLiteral("at < ?"), {*filter.until});
    if (filter.after > 0)
        conditions.add(QStringLiteral("id > ?"), {filter.after});
    if (filter.before > 0)
        conditions.add(QStringLiteral("id < ?"), {filter.before});
    return conditions;
}

} // namespace

Result<void> writeAudit(Session &session, const AuditEntry &entry)
{
    const auto written = affected(
        session,
        QStringLiteral("INSERT INTO audit (at, actor, action, detail, result) VALUES (?, ?, ?, ?, ?)"),
        {entry.at, storable(entry.actor), storable(entry.action), storable(entry.detail),
         storable(entry.result)});
    return written ? Result<void>{} : std::unexpected(written.error());
}

Result<AuditPage> readAudit(Session &session, const AuditFilter &filter)
{
    AuditPage page;
    if (filter.limit <= 0)
        return page;
    Conditions conditions = conditionsOf(session, filter);
    conditions.values.append(qint64(filter.limit) + 1); // one more, to detect the end
    const auto read = eachRow(
        session,
        QStringLiteral("SELECT id, at, actor, action, detail, result FROM audit WHERE 1 = 1") +
            conditions.sql + QStringLiteral(" ORDER BY id DESC LIMIT ?"),
        conditions.values, [&](const QSqlQuery &row) {
            page.items.append({row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toString(),
                               row.value(3).toString(), row.value(4).toString(), row.value(5).toString()});
        });
    if (!read)
        return std::unexpected(read.error());
    if (page.items.size() > filter.limit) {
        page.items.removeLast();
        page.next = page.items.back().id;
    }
    if (!filter.counted)
        return page;
    AuditFilter all = filter;
    all.before = 0;
    const Conditions every = conditionsOf(session, all);
    const auto count =
        number(session, QStringLiteral("SELECT count(*) FROM audit WHERE 1 = 1") + every.sql, every.values);
    if (!count)
        return std::unexpected(count.error());
    page.count = *count;
    return page;
}

} // namespace seonchak::book
