// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/theme.h"

#include <QWidget>

namespace seonchak {

/// A line of text that is cut at its end if there is no room; its tool tip shows it in full.
class CutLine : public QWidget
{
    Q_OBJECT
public:
    explicit CutLine(const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] QString text() const { return m_text; }
    void show(const QString &text, theme::Tone tone);
    [[nodiscard]] QSize sizeHint() const override;

    using QWidget::show;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    theme::Tone m_tone = theme::Tone::Muted;
};

} // namespace seonchak
