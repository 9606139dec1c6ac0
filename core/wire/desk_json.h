// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/administration.h"
#include "core/issue/administration/records.h"

#include <QByteArray>

/// The JSON of an operator's queries and actions other than the coupons themselves.
namespace seonchak::json {

QByteArray voidPlan(const VoidPlan &plan);
/// `now` is needed for the ages.
QByteArray doubts(const QList<OpenDoubt> &doubts, WallMs now);
QByteArray doubtEnd(const DoubtEnd &end);
QByteArray auditPage(const AuditPage &page);
/// `after` is the requested position: the last serial if nothing is newer.
QByteArray events(const EventPage &page);

/// Single objects for the stream, as in the lists. A doubt also has `open`.
QByteArray event(const Event &event);
QByteArray auditEntry(const AuditEntry &entry);
QByteArray doubt(const OpenDoubt &doubt, bool isOpen, WallMs now);

Result<VoidPlan> readVoidPlan(const QByteArray &text);
Result<QList<OpenDoubt>> readDoubts(const QByteArray &text);
Result<DoubtEnd> readDoubtEnd(const QByteArray &text);
Result<AuditPage> readAuditPage(const QByteArray &text);
Result<EventPage> readEvents(const QByteArray &text);
/// Nullopt if it is of a kind from a later version.
std::optional<Event> readEvent(const QByteArray &text);

} // namespace seonchak::json
