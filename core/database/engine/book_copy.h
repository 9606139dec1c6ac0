// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/engine/session.h"

namespace seonchak {

/// Writes every row of a book in PostgreSQL, as it stands at one instant, into an empty SQLite file whose
/// schema it gives the same version first: the tables of both engines are alike in each version. The book is
/// only read. In bounded memory.
Result<void> copyBook(Session &from, qint64 version, Session &into);

} // namespace seonchak
