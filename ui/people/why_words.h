// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_refusals.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace seonchak {

/// Why a user got no coupon, in words for the operator. Plain text.
class WhyWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::WhyWords)
public:
    static QString verdict(const WhyNot &why);
    static theme::Tone tone(WhyNot::Verdict verdict);
    /// The known facts, one a line.
    static QStringList facts(const WhyNot &why);
    /// "0.412 s", "2 min 5 s"
    static QString after(qint64 milliseconds);
    /// Whether the window's language is English.
    static bool isEnglish();

private:
    static QStringList soldOutFacts(const WhyNot &why, const Refusal &refusal);
    static QStringList tooEarlyFacts(const WhyNot &why, const Refusal &refusal);
    static QStringList refusalFacts(const WhyNot &why, const Refusal &refusal);
};

} // namespace seonchak
