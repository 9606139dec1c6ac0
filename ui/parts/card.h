// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace seonchak {

/// A panel with round corners on the window's background.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(const QString &name, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    /// Draws the panel in these colours.
    void paintSheet(const QColor &fill, const QColor &edge);
};

} // namespace seonchak
