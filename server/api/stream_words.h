// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"
#include "server/api/doubt_tail.h"

#include <QByteArray>
#include <QByteArrayView>

/// What goes over GET /api/v1/stream, as server-sent events.
namespace seonchak::http::sse {

/// `json` is one line.
QByteArray event(QByteArrayView name, const QByteArray &json);
QByteArray comment(QByteArrayView text);
/// The page with its serials as ids; where a serial does not follow the one before, a gap says so first.
/// `after` is what was asked for.
QByteArray entries(const EventPage &page, quint64 after);
QByteArray gap(quint64 dropped);
/// The client's last id was of an earlier run of the server, whose events are not known.
QByteArray restarted();
/// Many changes at once become one event that says how many.
QByteArray doubts(const QList<DoubtTail::Change> &changes, WallMs now);

} // namespace seonchak::http::sse
