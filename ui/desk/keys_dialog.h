// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/plain_dialog.h"

#include <QList>

namespace seonchak {

/// The shortcuts of one part of the window.
struct KeyGroup
{
    QString title;
    QList<QPair<QString, QString>> rows; ///< the action, and its shortcut in the platform's notation
};

/// Every shortcut of the window, grouped by part.
class KeysDialog : public PlainDialog
{
    Q_OBJECT
public:
    explicit KeysDialog(const QList<KeyGroup> &groups, QWidget *parent = nullptr);
};

} // namespace seonchak
