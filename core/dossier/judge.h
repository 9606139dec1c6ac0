// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <stop_token>

namespace seonchak::dossier {

/// Whether the folder contains a file that only a dossier has; a lab report has report.json.
bool isDossier(const QString &directory);

/// What is wrong with a dossier, each in one English sentence that names the file; empty if every file is as
/// it was written and the summary, the derived files and the page follow from the records. Needs only the
/// folder. If stopped, returns what it has found so far.
QStringList verify(const QString &directory, const std::stop_token &stop = {});

} // namespace seonchak::dossier
