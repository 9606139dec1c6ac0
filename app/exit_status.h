// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace seonchak {

/// The exit codes of both programs; exitStatusTable() explains them.
enum ExitCode { ExitFine = 0, ExitOther = 1, ExitUsage = 2, ExitService = 3 };

struct ExitStatus
{
    ExitCode code;
    QString meaning;
};

QList<ExitStatus> exitStatusTable();

} // namespace seonchak
