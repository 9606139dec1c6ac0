// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"
#include "ui/port/page_context.h"

#include <QCoreApplication>

#include <optional>

namespace seonchak {

/// The confirmation before the lab uses processors that the sale needs.
class LabQuestion
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::LabQuestion)
public:
    enum class Act { Compare, Check, Plant, Race };
    /// Nullopt if no client is affected: a TEST sale that issues nothing now.
    static std::optional<Question> before(const PageContext &context, Act act);

private:
    static QString cost(Act act);
    static QString action(Act act);
};

} // namespace seonchak
