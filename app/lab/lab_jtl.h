// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd lab --jtl FILE --redis URL --database URL [--key-prefix P] [--strategies S] [--stock N]
/// [--first-user N]`: judges a manual JMeter run against a running seonchakd. Combines the result file with
/// Redis and the database, which are only read, and prints the verdict as JSON on standard output. Returns
/// the exit code: 0 if it is sound, 1 if not.
int runLabJtl(const QStringList &arguments);

} // namespace seonchak
