// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab.h"
#include "ui/port/page_context.h"

#include <QWidget>

namespace seonchak {

/// The lab's views under one switch: the comparison under load, the reports of earlier ones, and the replay
/// of a race.
class LabDesk : public QWidget
{
    Q_OBJECT
public:
    /// The lab must outlive the page.
    LabDesk(Lab &lab, const PageContext &context, QWidget *parent = nullptr);
};

} // namespace seonchak
