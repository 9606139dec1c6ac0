// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dashboard/trend_view.h"
#include "ui/parts/card.h"

#include <QString>

#include <optional>
#include <vector>

namespace seonchak {

class ToneLabel;

/// Lines over time with a key of the present values. Parts: `<name>Title`, `<name>Key0`, `<name>View`.
class TrendChart : public Card
{
    Q_OBJECT
public:
    TrendChart(const QString &name, const QString &title, std::vector<ChartLine> lines,
               QWidget *parent = nullptr);
    void show(const TrendData &trend) { m_view->show(trend); }
    /// The numbers of the last reading; nullopt: unknown now.
    void showKeys(const std::optional<Sample> &now);
    /// The useful number of points: more would share a pixel.
    [[nodiscard]] int pointsThatFit() const;

private:
    void layOut(const QString &title);

    const std::vector<ChartLine> m_lines;
    TrendView *m_view;
    std::vector<ToneLabel *> m_keys;
};

} // namespace seonchak
