// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/tone_label.h"

namespace seonchak {

/// An entry of a chart's key, with a stroke in its line's colour.
class KeyLabel : public ToneLabel
{
    Q_OBJECT
public:
    KeyLabel(const QString &name, theme::Line line, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Line m_line;
};

} // namespace seonchak
