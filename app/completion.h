// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// Scripts with which a shell completes the command lines of both programs, made from their tables. `printed`
/// is what `seonchakd print` takes.
namespace seonchak::completion {

QString bash(const QStringList &printed);
QString zsh(const QStringList &printed);

} // namespace seonchak::completion
