// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_refusals.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace seonchak {

/// Why somebody got no coupon, in words for the operator. All of it is plain text.
class WhyWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::WhyWords)
public:
    static QString verdict(const WhyNot &why);
    static theme::Tone tone(WhyNot::Verdict verdict);
    /// What is known, one fact a line.
    static QStringList facts(const WhyNot &why);
    /// "0.412 s", "2 min 5 s"
    static QString after(qint64 milliseconds);
    /// True where the window speaks English.
    static bool isEnglish();

private:
    static QStringList soldOutFacts(const WhyNot &why, const Refusal &refusal);
    static QStringList tooEarlyFacts(const WhyNot &why, const Refusal &refusal);
    static QStringList refusalFacts(const WhyNot &why, const Refusal &refusal);
};

/// A polite answer to the person who asks, with the numbers in it, ready to be sent. Not a translation of
/// the window: who gets it may read another language than who sends it. `sale` may be empty. Empty where
/// the records do not show the reason: then nothing can be said to anybody. `over`: the sale has ended by
/// now.
QString koreanReply(const WhyNot &why, const QString &sale, bool over = false);
QString englishReply(const WhyNot &why, const QString &sale, bool over = false);

} // namespace seonchak
