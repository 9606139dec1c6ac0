// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab.h"
#include "ui/port/page_context.h"

#include <QWidget>

namespace seonchak {

/// The lab's rooms under one switch: the comparison under load, the reports of earlier ones, and the replay
/// of one race.
class LabDesk : public QWidget
{
    Q_OBJECT
public:
    /// The lab outlives the page.
    LabDesk(Lab &lab, const PageContext &context, QWidget *parent = nullptr);
};

} // namespace seonchak
