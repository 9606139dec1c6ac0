// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Shell completion scripts for both programs, made from their option tables. `printed` lists the arguments
/// of `seonchakd print`.
namespace seonchak::completion {

QString bash(const QStringList &printed);
QString zsh(const QStringList &printed);

} // namespace seonchak::completion
