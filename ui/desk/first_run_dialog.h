// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace seonchak {

/// Shown over the window only at the program's very first start: run the sale here, or attach to one
/// elsewhere. Parts: `firstRunHere`, `firstRunAttach`.
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
