// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"
#include "server/api/doubt_tail.h"

#include <QByteArray>
#include <QByteArrayView>

/// The server-sent events of GET /api/v1/stream.
namespace seonchak::http::sse {

/// `json` must be one line.
QByteArray event(QByteArrayView name, const QByteArray &json);
QByteArray comment(QByteArrayView text);
/// The page with its serials as ids; a gap event precedes each serial that does not follow the one before.
/// `after` is the requested position.
QByteArray entries(const EventPage &page, quint64 after);
QByteArray gap(quint64 dropped);
/// The client's last id belongs to an earlier run of the server, whose events are unknown.
QByteArray restarted();
/// Many changes at once become one event with their number.
QByteArray doubts(const QList<DoubtTail::Change> &changes, WallMs now);

} // namespace seonchak::http::sse
