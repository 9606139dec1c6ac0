// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace seonchak {

/// The sentences that the program itself writes into the trail, in the reader's language and with the
/// reader's numbers. The trail keeps them in English, the same for all who read it; what is not one of ours
/// is shown as it stands.
class AuditPhrases
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AuditPhrases)
public:
    /// "coupon 7, new code X" → "쿠폰 7, 새 번호 X".
    static QString translated(const QString &english);
    /// Whether the text is one of our sentences, all of it.
    static bool isKnown(const QString &english);
    /// What the trail has where the reader reads this: English parts of the sentences that have the text.
    static QStringList storedLike(const QString &text);

private:
    static QString translated(const QString &english, bool *known, int depth = 0);
    static QString filled(const QString &words, const char *kinds, const QStringList &caught, bool *known,
                          int depth);
};

} // namespace seonchak
