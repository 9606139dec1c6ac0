// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/plan/setting.h"

#include <QJsonArray>
#include <QString>

namespace seonchak::lab {

/// Changes a setting to the documents' own experiment: 1,500 users, each asking once within a second, 1,000
/// coupons, a tenth of the partner's calls refused, with redis-lpop, redis-lpop-lossy and
/// redis-lpop-compensate. Databases, repeats, seed and client stay.
void applyDocumentsExperiment(Setting &setting);

/// The documents' three tables beside what the runs of a report came to, one object for each database:
/// {"database","tables":[{"title":{ko,en},"strategy","runs","rows":[{"item":{ko,en},"documents":{ko,en},
/// "measured":{median,min,max},"decimals","agrees","because":{ko,en}}]}]}. Follows from `runs` alone.
QJsonArray documentsJson(const QJsonArray &runs);

/// As a section of the report's page; empty for an empty array.
QString documentsHtml(const QJsonArray &documents);
/// As plain English text for a terminal.
QString documentsText(const QJsonArray &documents);

} // namespace seonchak::lab
