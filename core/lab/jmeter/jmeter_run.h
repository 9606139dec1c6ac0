// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QDir>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace seonchak::lab {

/// How to start JMeter on this machine.
struct Jmeter
{
    QString program;
    QStringList arguments;  ///< to precede JMeter's own
    bool isDebians = false; ///< Debian's package, which needs open_plan.bsh to load a plan
};
/// $JMETER, or `jmeter` on PATH. BadInput, with what to install or set, if it cannot be run.
Result<Jmeter> findJmeter();

struct JmeterSetting
{
    quint16 port = 0;    ///< of the server, on 127.0.0.1
    qint64 users = 1500; ///< threads; each asks once, as user 1…users
    int rampSeconds = 1; ///< the time within which they start
    bool atOnce = false; ///< all wait for the last one, and ask at the same instant
};

/// Runs rush.jmx in `work`, which gets everything that JMeter writes, and returns the path of its results:
/// XML with the answers' bodies and URLs. Blocks its thread. BadInput or Unavailable with JMeter's own
/// message if it took no sample; a stop ends it and keeps what it has.
Result<QString> runJmeter(const Jmeter &jmeter, const JmeterSetting &setting, const QDir &work,
                          const std::stop_token &stop);

} // namespace seonchak::lab
