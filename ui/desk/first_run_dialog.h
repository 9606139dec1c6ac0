// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace seonchak {

/// Stands over the window at the very first start of the program, and never again: the sale is here, or runs
/// elsewhere already. Parts: `firstRunHere`, `firstRunAttach`.
class FirstRunDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FirstRunDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void attachChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace seonchak
