// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/desk_port.h"

namespace seonchak {

QCoro::Task<QList<Sample>> DeskPort::past()
{
    co_return QList<Sample>();
}

} // namespace seonchak
