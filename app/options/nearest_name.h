// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace seonchak {

/// The one of `names` that was probably meant by `text`; empty where none is near. Case, _ for - and a group
/// of an INI file before the name do not count.
QString nearestName(const QString &text, const QStringList &names);

} // namespace seonchak
