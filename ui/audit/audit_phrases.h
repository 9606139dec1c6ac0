// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The sentences that the program itself writes into the trail, in the reader's language. The trail keeps
/// them in English, the same for all who read it; what is not one of ours is shown as it stands.
class AuditPhrases
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AuditPhrases)
public:
    /// "coupon 7, new code X" → "쿠폰 7, 새 번호 X".
    static QString translated(const QString &english);
};

} // namespace seonchak
