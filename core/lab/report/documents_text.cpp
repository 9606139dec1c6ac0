// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/documents.h"
#include "core/record/html_parts.h"

#include <QJsonObject>

#include <functional>

namespace seonchak::lab {

namespace {

QString spoken(const QJsonValue &words)
{
    const QJsonObject both = words.toObject();
    return html::both(both[QStringLiteral("ko")].toString(), both[QStringLiteral("en")].toString());
}

QString english(const QJsonValue &words)
{
    return words.toObject()[QStringLiteral("en")].toString();
}

QString tableHtml(const QJsonObject &table)
{
    QList<QStringList> rows;
    for (const auto &value : table[QStringLiteral("rows")].toArray()) {
        const QJsonObject row = value.toObject();
        const bool agrees = row[QStringLiteral("agrees")].toBool();
        const QString verdict =
            QStringLiteral("<span class=\"%1\">%2</span>")
                .arg(agrees ? QStringLiteral("good") : QStringLiteral("bad"),
                     agrees ? html::both(QStringLiteral("같음"), QStringLiteral("agrees"))
                            : html::both(QStringLiteral("다름"), QStringLiteral("differs")));
        const QString why =
            QStringLiteral("<span class=\"why\">%1</span>").arg(spoken(row[QStringLiteral("because")]));
        rows.append(QStringList{
            spoken(row[QStringLiteral("item")]), spoken(row[QStringLiteral("documents")]),
            html::spread(row[QStringLiteral("measured")], row[QStringLiteral("decimals")].toInt()), verdict,
            why});
    }
    const QStringList head{html::both(QStringLiteral("항목"), QStringLiteral("item")),
                           html::both(QStringLiteral("문서"), QStringLiteral("the documents")),
                           html::both(QStringLiteral("측정 (중앙값, 최소–최대)"),
                                      QStringLiteral("measured (median, least–most)")),
                           html::both(QStringLiteral("비교"), QStringLiteral("compared")),
                           html::both(QStringLiteral("까닭"), QStringLiteral("because"))};
    return QStringLiteral("<h3>%1 <code>%2</code></h3>")
               .arg(spoken(table[QStringLiteral("title")]),
                    table[QStringLiteral("strategy")].toString().toHtmlEscaped()) +
           html::table(head, rows);
}

QString rowText(const QJsonObject &row)
{
    const QJsonObject measured = row[QStringLiteral("measured")].toObject();
    const int decimals = row[QStringLiteral("decimals")].toInt();
    const auto number = [&](const char *name) -> QString {
        return QString::number(measured[QLatin1String(name)].toDouble(), 'f', decimals);
    };
    const QString ours = QStringLiteral("%1 (%2–%3)").arg(number("median"), number("min"), number("max"));
    QString line = QStringLiteral("  %1 %2 %3 %4\n")
                       .arg(english(row[QStringLiteral("item")]), -24)
                       .arg(english(row[QStringLiteral("documents")]), -36)
                       .arg(ours, -24)
                       .arg(row[QStringLiteral("agrees")].toBool() ? QStringLiteral("agrees")
                                                                   : QStringLiteral("differs"));
    const QString because = english(row[QStringLiteral("because")]);
    if (!because.isEmpty())
        line += QStringLiteral("      because: %1\n").arg(because);
    return line;
}

} // namespace

QString documentsHtml(const QJsonArray &documents)
{
    QString page;
    for (const auto &value : documents) {
        const QJsonObject one = value.toObject();
        page += QStringLiteral("<h2>%1: %2</h2><style>.why{white-space:normal;display:block;min-width:16rem;"
                               "text-align:left}</style>")
                    .arg(html::both(QStringLiteral("문서의 세 표"),
                                    QStringLiteral("The documents' three tables")),
                         one[QStringLiteral("database")].toString().toHtmlEscaped());
        for (const auto &table : one[QStringLiteral("tables")].toArray())
            page += tableHtml(table.toObject());
    }
    return page;
}

QString documentsText(const QJsonArray &documents)
{
    QString text;
    for (const auto &value : documents) {
        const QJsonObject one = value.toObject();
        for (const auto &part : one[QStringLiteral("tables")].toArray()) {
            const QJsonObject table = part.toObject();
            text +=
                QStringLiteral("\n%1 (%2) on %3, %4 runs: the documents | measured: median (least–most)\n")
                    .arg(english(table[QStringLiteral("title")]),
                         table[QStringLiteral("strategy")].toString(),
                         one[QStringLiteral("database")].toString())
                    .arg(table[QStringLiteral("runs")].toInt());
            for (const auto &row : table[QStringLiteral("rows")].toArray())
                text += rowText(row.toObject());
        }
    }
    return text;
}

} // namespace seonchak::lab
