// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/page.h"

#include "core/dossier/curve_drawing.h"
#include "core/dossier/page_words.h"
#include "core/record/html_parts.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <string_view>

namespace seonchak::dossier {

namespace {

using html::both;

constexpr qsizetype soldOutsMost = 6; ///< rows; summary.json has all of them

constexpr auto pageStyle = R"(
@page{size:A4;margin:11mm}
:root{--ink:#1a2233;--soft:#5b667a;--line:#d9dee7;--good:#0e7a53;--bad:#b8291d;--bar:#0b4fb3}
body{font:10pt/1.35 system-ui,"Noto Sans KR","NanumGothic",sans-serif;color:var(--ink);background:#fff;
margin:1rem auto;max-width:190mm;padding:0 1rem}
h1{font-size:15pt;margin:0}h2{font-size:10.5pt;margin:.7rem 0 .2rem;break-after:avoid}
p,ul{margin:.2rem 0}ul{padding-left:1.1rem}.soft,span[lang=en]{color:var(--soft)}
span[lang=en]{font-size:.88em;margin-left:.4em}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;break-inside:avoid}
th,td{padding:.1rem .35rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:bottom}
th{font-weight:600}th span[lang=en]{display:block;margin:0}th:first-child,td:first-child{text-align:left}
.good{color:var(--good);font-weight:600}.bad{color:var(--bad);font-weight:600}
.good span[lang=en],.bad span[lang=en]{color:inherit}.list{overflow-wrap:anywhere}
svg{width:100%;height:auto;display:block;break-inside:avoid}svg text{fill:currentColor;font:11px system-ui,sans-serif}
code{font-family:ui-monospace,monospace}
@media print{body{margin:0;padding:0;max-width:none;font-size:8.5pt}}
)";

QString cell(const QJsonValue &value)
{
    if (value.isDouble())
        return html::number(value);
    if (value.isString())
        return value.toString().toHtmlEscaped();
    return QStringLiteral("–");
}

QString h2(const QString &korean, const QString &english)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(both(korean, english));
}

QString w(const char *key)
{
    const Words words = wordsOf(key);
    return both(QString::fromUtf8(words.korean), QString::fromUtf8(words.english));
}

QString headOfPage(const QJsonObject &summary)
{
    const auto sale = summary["sale"].toObject();
    const QString name =
        sale["name"].toString().isEmpty() ? QStringLiteral("Seonchak") : sale["name"].toString();
    const bool live = sale["mode"].toString() == QLatin1String("live");
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\">"
                                  "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                                  "<title>%1</title><style>%2</style></head><body>\n<main>\n<h1>%1</h1>\n")
                       .arg(name.toHtmlEscaped(), QString::fromUtf8(pageStyle));
    text += QStringLiteral("<p>%1 · %2 %3</p>\n")
                .arg(live ? w("live") : w("test"), w("written"), cell(summary["written"]));
    text += QStringLiteral("<p class=\"soft\">%1 %2 · %3 %4</p>\n")
                .arg(w("opensAt"), cell(sale["opensAt"]), w("closesAt"), cell(sale["closesAt"]));
    return text;
}

QString verdictOf(const QJsonObject &findings)
{
    if (findings["sound"].toBool())
        return QStringLiteral("<p class=\"good\">%1</p>\n").arg(w("sound"));
    QString text = QStringLiteral("<p class=\"bad\">%1</p>\n<ul>").arg(w("unsound"));
    for (auto one = findings.begin(); one != findings.end(); ++one) {
        if (one.value().isDouble() && one.value().toInteger() != 0)
            text +=
                QStringLiteral("<li>%1: %2</li>").arg(w(one.key().toUtf8().constData()), cell(one.value()));
    }
    return text + QStringLiteral("</ul>\n");
}

QString couponsOf(const QJsonObject &coupons)
{
    QStringList head;
    QStringList row;
    for (const char *key : {"generated", "staged", "available", "inDoubt", "issued", "void"}) {
        head << w(key);
        row << cell(coupons[QLatin1String(key)]);
    }
    return html::table(head, {row}) +
           QStringLiteral("<p>%1 %2 – %3</p>\n")
               .arg(w("issuedBetween"), cell(coupons["firstIssuedAt"]), cell(coupons["lastIssuedAt"]));
}

QString stockOf(const QJsonObject &stock, const StockPicture &picture)
{
    QString text = h2(QStringLiteral("재고"), QStringLiteral("The stock")) + curveDrawing(picture);
    const auto soldOuts = stock["soldOut"].toArray();
    QList<QStringList> rows;
    for (qsizetype i = 0; i < std::min(soldOuts.size(), soldOutsMost); ++i) {
        const auto one = soldOuts[i].toObject();
        rows << QStringList{one["withdrawn"].toBool() ? w("emptiedByHand") : w("soldOut"), cell(one["at"]),
                            cell(one["filledAt"]), cell(one["taken"])};
    }
    if (rows.isEmpty())
        text += QStringLiteral("<p>%1</p>\n").arg(w("notSoldOut"));
    else
        text += html::table({QString(), w("at"), w("filledAt"), w("taken")}, rows);
    if (soldOuts.size() > soldOutsMost)
        text += QStringLiteral("<p>… %1 (<code>summary.json</code>)</p>\n").arg(soldOuts.size());
    if (stock["peakTaken"].toInteger() > 0)
        text += QStringLiteral("<p>%1 %2 · %3</p>\n")
                    .arg(w("peak"), cell(stock["peakTaken"]), cell(stock["peakSecond"]));
    return text;
}

QString latencyOf(const QJsonObject &latency)
{
    static constexpr std::array columns{"count", "p50", "p90", "p95", "p99", "p999", "max"};
    QStringList head{QString()};
    for (const char *column : columns)
        head << (column == std::string_view("count") ? w("count") : QString::fromLatin1(column));
    QList<QStringList> rows;
    for (const char *outcome : {"issued", "issuedAfterDoubt"}) {
        const auto one = latency[QLatin1String(outcome)].toObject();
        QStringList row{w(outcome)};
        for (const char *column : columns)
            row << cell(one[QLatin1String(column)]);
        rows << row;
    }
    return h2(QStringLiteral("예약에서 기록까지 걸린 시간(ms)"),
              QStringLiteral("From the reservation to the book, in ms")) +
           html::table(head, rows);
}

QString refusalsOf(const QJsonObject &refusals)
{
    QString text = h2(QStringLiteral("거절"), QStringLiteral("Refusals"));
    QList<QStringList> rows;
    for (auto one = refusals.begin(); one != refusals.end(); ++one) {
        const auto sums = one.value().toObject();
        rows << QStringList{w(one.key().toUtf8().constData()), cell(sums["rows"]), cell(sums["times"]),
                            cell(sums["firstAt"]), cell(sums["lastAt"])};
    }
    if (rows.isEmpty())
        return text + QStringLiteral("<p>%1</p>\n").arg(w("none"));
    return text + html::table({QString(), w("rows"), w("times"), w("firstAt"), w("lastAt")}, rows);
}

QString doubtsOf(const QJsonObject &doubts)
{
    QStringList head;
    QStringList row;
    for (const char *end : {"OPEN", "ISSUED", "RESTORED", "SET_ASIDE", "NOT_RECORDED"}) {
        head << w(end);
        row << cell(doubts[QLatin1String(end)]);
    }
    return h2(QStringLiteral("확인 필요와 그 결과"), QStringLiteral("Doubts, and how they ended")) +
           html::table(head, {row});
}

QString auditOf(const QJsonObject &audit)
{
    QStringList parts;
    const auto actions = audit["actions"].toObject();
    for (auto one = actions.begin(); one != actions.end(); ++one)
        parts << QStringLiteral("%1 %2").arg(one.key().toHtmlEscaped(), cell(one.value()));
    return h2(QStringLiteral("감사 기록"), QStringLiteral("The audit trail")) +
           QStringLiteral("<p class=\"list\">%1: %2</p>\n")
               .arg(cell(audit["entries"]), parts.join(QStringLiteral(", ")));
}

QString notShownOf(const QJsonObject &summary)
{
    QString text =
        h2(QStringLiteral("기록으로 알 수 없는 것"), QStringLiteral("What the records do not show")) +
        QStringLiteral("<ul>");
    for (const Words &words : notShown(summary))
        text += QStringLiteral("<li>%1</li>\n")
                    .arg(both(QString::fromUtf8(words.korean), QString::fromUtf8(words.english)));
    return text + QStringLiteral("</ul>\n");
}

QString settingsOf(const QJsonObject &settings, const QJsonObject &summary)
{
    QStringList parts;
    const auto values = settings["options"].toObject();
    for (auto one = values.begin(); one != values.end(); ++one) {
        const auto option = one.value().toObject();
        if (option["source"].toString() == QLatin1String("default"))
            continue;
        QStringList texts;
        for (const auto &text : option["value"].toArray())
            texts << text.toString();
        parts << QStringLiteral("<code>%1=%2</code>")
                     .arg(one.key().toHtmlEscaped(), texts.join(u',').toHtmlEscaped());
    }
    const auto versions = summary["versions"].toObject();
    parts << QStringLiteral("Seonchak %1, %2, schema %3, Qt %4")
                 .arg(cell(versions["seonchak"]), cell(versions["database"]), cell(versions["schema"]),
                      cell(versions["qt"]));
    return h2(QStringLiteral("설정과 버전"), QStringLiteral("Settings and versions")) +
           QStringLiteral("<p class=\"list\">%1</p>\n").arg(parts.join(QStringLiteral(" · ")));
}

} // namespace

QByteArray pageOf(const QJsonObject &summary, const QJsonObject &settings, const StockPicture &stock)
{
    const auto records = summary["records"].toObject();
    const QString text =
        headOfPage(summary) + verdictOf(records["findings"].toObject()) +
        couponsOf(records["coupons"].toObject()) + stockOf(records["stock"].toObject(), stock) +
        latencyOf(records["latencyMs"].toObject()) + refusalsOf(records["refusals"].toObject()) +
        doubtsOf(records["doubts"].toObject()) + auditOf(records["audit"].toObject()) + notShownOf(summary) +
        settingsOf(settings, summary) +
        QStringLiteral("<p class=\"soft\">%1 <code>seonchakd verify</code></p>\n").arg(w("verify"));
    return text.toUtf8() + "</main></body></html>\n";
}

} // namespace seonchak::dossier
