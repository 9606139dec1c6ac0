// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace seonchak {

/// A dialog on a ground of one colour, as all of the window's are.
class PlainDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Ground { Card, Desk };

    explicit PlainDialog(QWidget *parent, Ground ground = Ground::Card);

protected:
    void paintEvent(QPaintEvent *event) override;
    /// Makes the dialog's layout, with the margins that they all have. Call it once.
    QVBoxLayout *makeLayout();

private:
    const Ground m_ground;
};

} // namespace seonchak
