// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/html_parts.h"

#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace seonchak::html {

namespace {

QString digits(double value, int decimals)
{
    return QLocale::c().toString(value, 'f', decimals).contains(u'.') || decimals > 0
               ? QLocale(QLocale::English).toString(value, 'f', decimals)
               : QLocale(QLocale::English).toString(qRound64(value));
}

constexpr auto style = R"(
:root{--ink:#1a2233;--soft:#5b667a;--line:#d9dee7;--good:#0e7a53;--bad:#b8291d;--bar:#0b4fb3;--page:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf4;--soft:#a3adbf;--line:#39435a;--good:#45cf9b;--bad:#ff8a7d;
--bar:#6ea0ff;--page:#141925}}
body{font:14px/1.5 system-ui,"Noto Sans KR","NanumGothic",sans-serif;color:var(--ink);background:var(--page);
margin:2rem auto;max-width:76rem;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .2rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.2rem 0 .3rem}
p{margin:.4rem 0}.soft{color:var(--soft)}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.3rem .5rem;border-bottom:1px solid var(--line);text-align:right;white-space:nowrap}
th{font-weight:600;color:var(--soft);white-space:normal;vertical-align:bottom}th:first-child,td:first-child{text-align:left}
.good{color:var(--good);font-weight:600}.bad{color:var(--bad);font-weight:600}
svg{width:100%;height:auto;display:block}svg text{fill:currentColor;font:13px system-ui,"NanumGothic",sans-serif}
input[name=tongue]{position:absolute;opacity:0}
label{border:1px solid var(--line);padding:.15rem .7rem;border-radius:1rem;cursor:pointer;margin-right:.3rem}
#ko:checked~label[for=ko],#en:checked~label[for=en]{background:var(--bar);color:var(--page)}
#ko:focus-visible~label[for=ko],#en:focus-visible~label[for=en]{outline:2px solid var(--ink)}
#ko:checked~main [lang=en],#en:checked~main [lang=ko]{display:none}
code{font-family:ui-monospace,monospace}
@media print{label{display:none}body{margin:0;max-width:none}h2{break-after:avoid}table,svg{break-inside:avoid}}
)";

} // namespace

QString both(const QString &korean, const QString &english)
{
    return QStringLiteral("<span lang=\"ko\">%1</span><span lang=\"en\">%2</span>")
        .arg(korean.toHtmlEscaped(), english.toHtmlEscaped());
}

QString number(const QJsonValue &value, int decimals)
{
    if (!value.isDouble())
        return QStringLiteral("<span class=\"soft\">%1</span>")
            .arg(both(QStringLiteral("측정 안 함"), QStringLiteral("not measured")));
    return digits(value.toDouble(), decimals);
}

QString spread(const QJsonValue &value, int decimals)
{
    const auto object = value.toObject();
    const auto part = [&](const char *name) {
        return digits(object.value(QLatin1String(name)).toDouble(), decimals);
    };
    return QStringLiteral("%1 <span class=\"soft\">(%2–%3)</span>")
        .arg(part("median"), part("min"), part("max"));
}

QString table(const QStringList &head, const QList<QStringList> &rows)
{
    QString text = QStringLiteral("<div class=\"scroll\"><table><thead><tr>");
    for (const QString &cell : head)
        text += QStringLiteral("<th>%1</th>").arg(cell);
    text += QStringLiteral("</tr></thead><tbody>");
    for (const QStringList &row : rows) {
        text += QStringLiteral("<tr>");
        for (const QString &cell : row)
            text += QStringLiteral("<td>%1</td>").arg(cell);
        text += QStringLiteral("</tr>\n");
    }
    return text + QStringLiteral("</tbody></table></div>\n");
}

QString bars(const QList<Bar> &list, const QString &unit)
{
    constexpr int left = 190;
    constexpr int width = 560;
    constexpr int step = 30;
    double top = 0;
    for (const Bar &bar : list)
        top = std::max(top, bar.most);
    const auto x = [&](double value) { return left + (top > 0 ? value / top * width : 0); };
    QString text =
        QStringLiteral("<svg viewBox=\"0 0 900 %1\" role=\"img\">").arg(int(list.size()) * step + 8);
    int y = 4;
    for (const Bar &bar : list) {
        const QString fill = bar.sound ? QStringLiteral("var(--bar)") : QStringLiteral("none");
        text += QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"end\">%3</text>")
                    .arg(left - 10)
                    .arg(y + 16)
                    .arg(bar.name.toHtmlEscaped());
        text +=
            QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"16\" fill=\"%4\" stroke=\"%5\"/>")
                .arg(left)
                .arg(y + 3)
                .arg(std::max(1.0, x(bar.median) - left), 0, 'f', 1)
                .arg(fill, bar.sound ? QStringLiteral("var(--bar)") : QStringLiteral("var(--bad)"));
        text +=
            QStringLiteral("<path d=\"M%1 %3H%2M%1 %4v6M%2 %4v6\" stroke=\"currentColor\" fill=\"none\"/>")
                .arg(x(bar.least), 0, 'f', 1)
                .arg(x(bar.most), 0, 'f', 1)
                .arg(y + 11)
                .arg(y + 8);
        text += QStringLiteral("<text x=\"%1\" y=\"%2\">%3 %4</text>\n")
                    .arg(x(bar.most) + 10, 0, 'f', 1)
                    .arg(y + 16)
                    .arg(digits(bar.median, bar.median < 100 ? 1 : 0), unit.toHtmlEscaped());
        y += step;
    }
    return text + QStringLiteral("</svg>\n");
}

QString pageHead()
{
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
                          "<title>Seonchak lab</title><style>%1</style></head><body>\n"
                          "<input type=\"radio\" name=\"tongue\" id=\"ko\" checked>"
                          "<input type=\"radio\" name=\"tongue\" id=\"en\">"
                          "<label for=\"ko\">한국어</label><label for=\"en\">English</label>\n<main>\n")
        .arg(QString::fromUtf8(style));
}

QString pageEnd()
{
    return QStringLiteral("</main></body></html>\n");
}

} // namespace seonchak::html
