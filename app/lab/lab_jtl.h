// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace seonchak {

/// `seonchakd lab --jtl FILE --redis URL --database URL [--key-prefix P] [--strategies S] [--stock N]
/// [--first-user N]`: judges a run that a person made with JMeter against a running seonchakd. Joins the
/// result file with Redis and the database, which are read and never written, and prints the verdict as JSON
/// on standard output. Returns the exit code: 0 where it is sound, 1 where it is not.
int runLabJtl(const QStringList &arguments);

} // namespace seonchak
