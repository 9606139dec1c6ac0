// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace seonchak {

/// The one of `names` that `text` probably means; empty if none is similar. Ignores case, _ instead of -, and
/// an INI group before the name.
QString nearestName(const QString &text, const QStringList &names);

} // namespace seonchak
