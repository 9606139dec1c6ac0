// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"

#include <QObject>

#include <map>

namespace seonchak {

/// Pauses of coroutines, owned by one object on one thread: cancelling or destroying the object ends every
/// pause immediately, so that no coroutine is left hanging.
class Delays
{
public:
    Delays() = default;
    ~Delays();
    Delays(const Delays &) = delete;
    Delays &operator=(const Delays &) = delete;

    /// Delivers true after `ms` milliseconds on this thread's event loop, false if this object is cancelled
    /// or destroyed first.
    Promised<bool> after(int ms);
    /// Ends every pause before it returns, and every later pause immediately.
    void cancel();

private:
    QObject m_context;
    bool m_cancelled = false;
    quint64 m_last = 0;
    std::map<quint64, Promised<bool>> m_waiting;
};

} // namespace seonchak
