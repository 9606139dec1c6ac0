// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace seonchak {

/// Writes one line to standard error, in the encoding of the locale.
void tell(const QString &line);
/// Writes to standard output; false if not all of it could be written.
bool print(const QByteArray &text);

} // namespace seonchak
