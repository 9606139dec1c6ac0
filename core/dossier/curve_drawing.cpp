// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/curve_drawing.h"

#include "core/dossier/cells.h"
#include "core/record/html_parts.h"

#include <algorithm>

namespace seonchak::dossier {

namespace {

constexpr int plotLeft = 72;
constexpr int plotTop = 10;
constexpr int plotWidth = StockPicture::columnsMost;
constexpr int plotHeight = 100;

QString label(int x, int y, const char *anchor, const QString &text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(x)
        .arg(y)
        .arg(QLatin1String(anchor), text);
}

/// Lines at the quarters of the time and of the stock.
QString gridLines()
{
    QString text;
    constexpr int parts = 4;
    for (int i = 0; i < parts; ++i)
        text += QStringLiteral("M%1 %2H%3")
                    .arg(plotLeft)
                    .arg(plotTop + plotHeight * i / parts)
                    .arg(plotLeft + plotWidth);
    for (int i = 1; i <= parts; ++i)
        text += QStringLiteral("M%1 %2V%3")
                    .arg(plotLeft + plotWidth * i / parts)
                    .arg(plotTop)
                    .arg(plotTop + plotHeight);
    return text;
}

QString stepsOf(const StockPicture &picture)
{
    const auto y = [&](qint64 stock) {
        return plotTop + plotHeight - std::max<qint64>(stock, 0) * plotHeight / picture.most;
    };
    QString path = QStringLiteral("M%1 %2").arg(plotLeft).arg(y(picture.before));
    for (const StockPicture::Column &one : picture.columns)
        path += QStringLiteral("H%1V%2").arg(plotLeft + one.at).arg(y(one.left));
    return path + QStringLiteral("H%1").arg(plotLeft + plotWidth);
}

} // namespace

QString curveDrawing(const StockPicture &picture)
{
    if (picture.columns.isEmpty() || picture.most <= 0)
        return {};
    constexpr int bottom = plotTop + plotHeight;
    constexpr int right = plotLeft + plotWidth;
    return QStringLiteral("<svg viewBox=\"0 0 700 130\" role=\"img\"><path d=\"%1\" stroke=\"var(--line)\" "
                          "fill=\"none\"/><path d=\"M%2 %3V%4H%5\" stroke=\"currentColor\" fill=\"none\"/>"
                          "<path d=\"%6\" stroke=\"var(--bar)\" stroke-width=\"1.5\" fill=\"none\"/>\n")
               .arg(gridLines())
               .arg(plotLeft)
               .arg(plotTop)
               .arg(bottom)
               .arg(right)
               .arg(stepsOf(picture)) +
           label(plotLeft - 6, plotTop + 8, "end", html::number(picture.most)) +
           label(plotLeft - 6, bottom, "end", QStringLiteral("0")) +
           label(plotLeft, bottom + 15, "start", QString::fromLatin1(timeText(picture.from))) +
           label(right, bottom + 15, "end", QString::fromLatin1(timeText(picture.to))) +
           QStringLiteral("</svg>\n");
}

} // namespace seonchak::dossier
