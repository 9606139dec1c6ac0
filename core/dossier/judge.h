// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <stop_token>

namespace seonchak::dossier {

/// True where the folder holds a file that only a dossier has; a report of the lab has report.json.
bool isDossier(const QString &directory);

/// What is wrong with a dossier, each in one English sentence that names the file; empty where every file is
/// as it was written and the summary, the derived files and the page follow from the records. Needs nothing
/// but the folder. Stopped, it gives what it has found by then.
QStringList verify(const QString &directory, const std::stop_token &stop = {});

} // namespace seonchak::dossier
