// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/curve_drawing.h"

#include "core/dossier/cells.h"

#include <algorithm>

namespace seonchak::dossier {

namespace {

constexpr int plotLeft = 60;
constexpr int plotTop = 10;
constexpr int plotWidth = 630;
constexpr int plotHeight = 100;
constexpr int columnsMost = plotWidth; ///< more would be lines on lines

QString label(int x, int y, const char *anchor, const QString &text)
{
    return QStringLiteral("<text x=\"%1\" y=\"%2\" text-anchor=\"%3\">%4</text>\n")
        .arg(x)
        .arg(y)
        .arg(QLatin1String(anchor), text);
}

} // namespace

QString curveDrawing(const QList<StockSecond> &seconds)
{
    qint64 most = 0;
    for (const StockSecond &one : seconds)
        most = std::max(most, one.left);
    if (seconds.size() < 2 || most <= 0)
        return {};
    const WallMs from = seconds.front().second;
    const WallMs span = seconds.back().second - from;
    // A step for each column of pixels: the last word of those that fall into it.
    QString path;
    for (qsizetype i = 0; i < seconds.size(); ++i) {
        const auto columnOf = [&](qsizetype n) { return (seconds[n].second - from) * columnsMost / span; };
        const qint64 column = columnOf(i);
        if (i + 1 < seconds.size() && columnOf(i + 1) == column)
            continue;
        const auto y = [&](qint64 stock) {
            return plotTop + plotHeight - std::max<qint64>(stock, 0) * plotHeight / most;
        };
        if (path.isEmpty())
            path = QStringLiteral("M%1 %2").arg(plotLeft + column).arg(y(0));
        path += QStringLiteral("H%1V%2").arg(plotLeft + column).arg(y(seconds[i].left));
    }
    return QStringLiteral(
               "<svg viewBox=\"0 0 700 130\" role=\"img\"><path d=\"M%1 %2V%3H%4\" stroke=\"currentColor\" "
               "fill=\"none\"/><path d=\"%5\" stroke=\"var(--bar)\" stroke-width=\"1.5\" fill=\"none\"/>\n")
               .arg(plotLeft)
               .arg(plotTop)
               .arg(plotTop + plotHeight)
               .arg(plotLeft + plotWidth)
               .arg(path) +
           label(plotLeft - 6, plotTop + 8, "end", QString::number(most)) +
           label(plotLeft - 6, plotTop + plotHeight, "end", QStringLiteral("0")) +
           label(plotLeft, plotTop + plotHeight + 15, "start", QString::fromLatin1(timeText(from))) +
           label(plotLeft + plotWidth, plotTop + plotHeight + 15, "end",
                 QString::fromLatin1(timeText(seconds.back().second))) +
           QStringLiteral("</svg>\n");
}

} // namespace seonchak::dossier
