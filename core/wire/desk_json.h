// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/administration/administration.h"
#include "core/issue/administration/records.h"

#include <QByteArray>

/// The JSON of what an operator may look up and do beside the coupons themselves.
namespace seonchak::json {

QByteArray voidPlan(const VoidPlan &plan);
/// `now` is for the ages.
QByteArray doubts(const QList<OpenDoubt> &doubts, WallMs now);
QByteArray doubtEnd(const DoubtEnd &end);
QByteArray auditPage(const AuditPage &page);
/// `after` is what was asked for: the last serial where nothing is newer.
QByteArray events(const EventPage &page);

/// One of each, for the stream: the same object as in the list. A doubt says as well whether it is `open`.
QByteArray event(const Event &event);
QByteArray auditEntry(const AuditEntry &entry);
QByteArray doubt(const OpenDoubt &doubt, bool isOpen, WallMs now);

Result<VoidPlan> readVoidPlan(const QByteArray &text);
Result<QList<OpenDoubt>> readDoubts(const QByteArray &text);
Result<DoubtEnd> readDoubtEnd(const QByteArray &text);
Result<AuditPage> readAuditPage(const QByteArray &text);
Result<EventPage> readEvents(const QByteArray &text);
/// Nothing where it is of a kind that a later version has.
std::optional<Event> readEvent(const QByteArray &text);

} // namespace seonchak::json
