// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/report/opening_html.h"

#include "core/record/html_parts.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

namespace seonchak::lab {

namespace {

constexpr int openingBinMs = 10; ///< width of one bar of the drawing
constexpr int openingBins = 100;
constexpr std::array openingEdges{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000}; ///< of the table, in ms

struct OpeningKind
{
    const char *name;
    const char *korean;
    const char *english;
    const char *fill;
};
constexpr std::array openingKinds{OpeningKind{"tooEarly", "너무 이름", "too early", "var(--soft)"},
                                  OpeningKind{"issued", "발급", "issued", "var(--bar)"},
                                  OpeningKind{"refused", "거절", "refused", "var(--bad)"}};

QString korean(const char *text)
{
    return QString::fromUtf8(text);
}

qint64 sumUntil(const QJsonArray &seconds, int from, int until, const char *name)
{
    qint64 sum = 0;
    for (const auto &value : seconds) {
        const auto one = value.toObject();
        const int ms = one.value(QLatin1String("ms")).toInt();
        sum += ms >= from && ms < until ? one.value(QLatin1String(name)).toInteger() : 0;
    }
    return sum;
}

QJsonArray firstSecondOf(const QJsonObject &run)
{
    return run.value(QLatin1String("opening")).toObject().value(QLatin1String("firstSecond")).toArray();
}

QString runsTable(const QList<QJsonObject> &runs)
{
    const QStringList head{
        html::both(korean("전략"), QStringLiteral("strategy")),
        html::both(korean("반복"), QStringLiteral("repeat")),
        html::both(korean("시작 시각 전의 발급"), QStringLiteral("issued before the opening")),
        html::both(korean("첫 VALID ms"), QStringLiteral("first VALID, ms after it")),
        html::both(korean("마지막 ‘너무 이름’ ms"), QStringLiteral("last too early, ms after it")),
        html::both(korean("매진까지 초"), QStringLiteral("sold out, s after it")),
        html::both(korean("너무 이름"), QStringLiteral("too early")),
        html::both(korean("부하 시작: 시작 시각 전 ms"), QStringLiteral("load began, ms before it")),
        html::both(korean("시계 오차 ± ms"), QStringLiteral("doubt of the clocks, ± ms"))};
    QList<QStringList> rows;
    for (const QJsonObject &run : runs) {
        const auto opening = run.value(QLatin1String("opening")).toObject();
        const auto early = opening.value(QLatin1String("issuedBefore")).toInteger();
        rows.append(
            {run.value(QLatin1String("strategy")).toString().toHtmlEscaped(),
             html::number(run.value(QLatin1String("repeat"))),
             QStringLiteral("<span class=\"%1\">%2</span>")
                 .arg(early == 0 ? QStringLiteral("good") : QStringLiteral("bad"), html::number(early)),
             html::number(opening.value(QLatin1String("firstIssuedMs")), 2),
             html::number(opening.value(QLatin1String("lastTooEarlyMs")), 2),
             html::number(run.value(QLatin1String("sellOutSeconds")), 3),
             html::number(run.value(QLatin1String("tooEarly"))),
             html::number(opening.value(QLatin1String("loadBeforeMs"))),
             html::number(opening.value(QLatin1String("clockDoubtMs")), 3)});
    }
    return html::table(head, rows);
}

/// How many answers of each kind came within 1 ms, 2 ms … of the opening.
QString sumsTable(const QJsonObject &run)
{
    QStringList head{html::both(korean("시작 시각부터 ms까지"), QStringLiteral("within ms of the opening"))};
    for (const int edge : openingEdges)
        head.append(html::number(edge));
    QList<QStringList> rows;
    for (const OpeningKind &kind : openingKinds) {
        QStringList row{html::both(korean(kind.korean), QLatin1String(kind.english))};
        for (const int edge : openingEdges)
            row.append(html::number(sumUntil(firstSecondOf(run), 0, edge, kind.name)));
        rows.append(row);
    }
    return html::table(head, rows);
}

/// The first second in bars of 10 ms, with the kinds stacked.
QString drawing(const QJsonObject &run)
{
    constexpr int width = 880;
    constexpr int height = 160;
    constexpr int step = width / openingBins;
    const QJsonArray seconds = firstSecondOf(run);
    qint64 most = 1;
    for (int bin = 0; bin < openingBins; ++bin) {
        qint64 all = 0;
        for (const OpeningKind &kind : openingKinds)
            all += sumUntil(seconds, bin * openingBinMs, (bin + 1) * openingBinMs, kind.name);
        most = std::max(most, all);
    }
    QString text = QStringLiteral("<svg viewBox=\"0 0 900 %1\" role=\"img\">").arg(height + 24);
    for (int bin = 0; bin < openingBins; ++bin) {
        double y = height;
        for (const OpeningKind &kind : openingKinds) {
            const double high =
                double(sumUntil(seconds, bin * openingBinMs, (bin + 1) * openingBinMs, kind.name)) /
                double(most) * height;
            if (high <= 0)
                continue;
            y -= high;
            text += QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" fill=\"%5\"/>")
                        .arg(10 + bin * step)
                        .arg(y, 0, 'f', 1)
                        .arg(step - 1)
                        .arg(high, 0, 'f', 1)
                        .arg(QLatin1String(kind.fill));
        }
    }
    for (int tenth = 0; tenth <= 10; ++tenth)
        text += QStringLiteral("<text x=\"%1\" y=\"%2\">%3</text>")
                    .arg(10 + tenth * 10 * step - (tenth == 10 ? 40 : 0))
                    .arg(height + 18)
                    .arg(tenth * 100);
    return text + QStringLiteral("</svg>\n");
}

} // namespace

QString openingsHtml(const QJsonArray &runs, const QString &database)
{
    QList<QJsonObject> aimed;
    for (const auto &value : runs) {
        const auto run = value.toObject();
        if (run.value(QLatin1String("database")).toString() == database &&
            run.value(QLatin1String("opening")).isObject())
            aimed.append(run);
    }
    if (aimed.isEmpty())
        return {};
    QString text =
        QStringLiteral("<h3>%1</h3>")
            .arg(html::both(korean("시작 시각 (Redis의 시계로; 응답이 도착한 순간)"),
                            QStringLiteral("The opening (by Redis' clock; when the answers were there)")));
    text += runsTable(aimed);
    for (const QJsonObject &run : aimed) {
        if (run.value(QLatin1String("repeat")).toInt() != 1)
            continue;
        const QString strategy = run.value(QLatin1String("strategy")).toString();
        text += QStringLiteral("<h3>%1</h3>")
                    .arg(html::both(korean("첫 1초, %1: 10 ms마다").arg(strategy),
                                    QStringLiteral("The first second, %1: by 10 ms").arg(strategy)));
        text += drawing(run) + sumsTable(run);
    }
    return text;
}

} // namespace seonchak::lab
