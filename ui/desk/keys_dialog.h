// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

namespace seonchak {

/// The keys of one place of the window.
struct KeyGroup
{
    QString title;
    QList<QPair<QString, QString>> rows; ///< what it does, and the keys as the platform writes them
};

/// Every key of the window, place by place.
class KeysDialog : public QDialog
{
    Q_OBJECT
public:
    explicit KeysDialog(const QList<KeyGroup> &groups, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace seonchak
