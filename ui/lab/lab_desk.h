// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab.h"

#include <QWidget>

namespace seonchak {

/// The lab's two rooms under one switch: the comparison under load, and the replay of one race.
class LabDesk : public QWidget
{
    Q_OBJECT
public:
    /// The lab outlives the page.
    explicit LabDesk(Lab &lab, QWidget *parent = nullptr);

public Q_SLOTS:
    void refresh() {}
};

} // namespace seonchak
