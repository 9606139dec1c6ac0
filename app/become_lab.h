// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// Replaces this process by seonchak-lab, which runs `lab` and verifies its reports: the server has none of
/// that code. Returns the exit code only if that program could not be started. Needs a QCoreApplication.
int becomeLab(const QStringList &arguments);

} // namespace seonchak
