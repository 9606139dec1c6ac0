// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_approvals.h"

#include <QByteArray>
#include <QJsonObject>

/// The JSON of acts that need a second person.
namespace seonchak::json {

/// "void", "declare-issued", "restore": as the audit trail calls them.
QString approvalActName(Approval::Act act);

QJsonObject approval(const Approval &approval);
/// {"items":[…]}
QByteArray approvals(const QList<Approval> &open);
Result<Approval> readApproval(const QByteArray &text);
Result<QList<Approval>> readApprovals(const QByteArray &text);

} // namespace seonchak::json
