// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// Becomes the program seonchak-lab, which runs `lab` and verifies its reports: the server carries none of
/// their code. Returns the exit code only where that program could not be started. Needs a QCoreApplication.
int becomeLab(const QStringList &arguments);

} // namespace seonchak
