// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPushButton>

namespace seonchak {

/// A flat button: white text on the accent colour for the main action, on red for one that cannot be undone,
/// plain text in a frame for others.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Weight { Main, Quiet, Danger };
    /// `shortcut` works in every language; the tool tip shows it after `help`. Both may be empty.
    ActionButton(const QString &name, const QString &text, const QKeySequence &shortcut, const QString &help,
                 Weight weight, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// Keeps the shortcut, which QAbstractButton::setText would remove.
    void setWords(const QString &text);
    void setHelp(const QString &help);
    void setWeight(Weight weight);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colours
    {
        QColor fill;
        QColor words;
        QColor edge;
    };
    [[nodiscard]] Colours colours() const;

    Weight m_weight;
};

} // namespace seonchak
