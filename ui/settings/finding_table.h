// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace seonchak {

class FindingModel;

/// Has the table show findings: wrapped words, and columns that do not move while findings arrive. The rows'
/// heights are left to whoever shows the table.
void setUpFindings(QTableView &table, FindingModel &model);

} // namespace seonchak
