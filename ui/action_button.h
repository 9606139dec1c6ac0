// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace seonchak {

/// A button of the things that matter: white words on the accent colour.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    /// `shortcut` works in every language; it is told in the tool tip behind `help`.
    ActionButton(const QString &name, const QString &text, const QKeySequence &shortcut, const QString &help,
                 QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace seonchak
