// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/plain_dialog.h"

namespace seonchak {

/// Shown over the window only at the program's very first start: run the sale here, or attach to one
/// elsewhere. Parts: `firstRunHere`, `firstRunAttach`.
class FirstRunDialog : public PlainDialog
{
    Q_OBJECT
public:
    explicit FirstRunDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void attachChosen();
};

} // namespace seonchak
