// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace seonchak {

/// Translates the program's own sentences in the trail, and localises their numbers. The trail stores them in
/// English for all readers; other texts are shown unchanged.
class AuditPhrases
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::AuditPhrases)
public:
    /// "coupon 7, new code X" → "쿠폰 7, 새 번호 X".
    static QString translated(const QString &english);
    /// Whether the whole text is one of our sentences.
    static bool isKnown(const QString &english);
    /// The stored equivalents of a displayed text: English parts of the sentences that contain it.
    static QStringList storedLike(const QString &text);

private:
    static QString translated(const QString &english, bool *known, int depth = 0);
    static QString filled(const QString &words, const char *kinds, const QStringList &caught, bool *known,
                          int depth);
};

} // namespace seonchak
