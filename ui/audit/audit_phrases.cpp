// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_phrases.h"

#include <QRegularExpression>

#include <array>

namespace seonchak {

namespace {

struct Phrase
{
    const char *pattern; ///< the whole sentence, as core/issue writes it
    const char *words;   ///< with the places of what the pattern caught
};

constexpr std::array phrases{
    Phrase{"(\\d+) codes, (.*) to (.*), push (?:true|false)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 codes, %2 to %3")},
    Phrase{"count (\\d+), prefix \"(.*)\", length (\\d+), push (?:true|false)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 coupons, beginning \"%2\", length %3")},
    Phrase{"all staged coupons", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "all staged coupons")},
    Phrase{"coupon (\\d+)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "coupon %1")},
    Phrase{"coupon (\\d+), new code (.*)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "coupon %1, new code %2")},
    Phrase{"every coupon that is not issued",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "every coupon that is not issued")},
    Phrase{"issuing", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "issuing")},
    Phrase{"Redis, from the database",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "Redis, from the database")},
    Phrase{"changed: (.*)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "changed: %1")},
    Phrase{"(\\d+) added, (\\d+) pushed", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 added, %2 pushed")},
    Phrase{"(\\d+) generated, (\\d+) pushed",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 generated, %2 pushed")},
    Phrase{"(\\d+) pushed, (\\d+) in stock",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 pushed, %2 in stock")},
    Phrase{"begun", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "begun")},
    Phrase{"goes on after (\\d+)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "goes on after %1")},
    Phrase{"broke off after (\\d+) of (\\d+)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "broke off after %1 of %2")},
    Phrase{"broke off after (\\d+)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "broke off after %1")},
    Phrase{"failed after (\\d+): (.*)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "failed after %1: %2")},
    Phrase{"edited", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "edited")},
    Phrase{"(\\d+) voided", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 voided")},
    Phrase{"voided (.*)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "voided %1")},
    Phrase{"paused", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "paused")},
    Phrase{"resumed", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "resumed")},
    Phrase{"was paused already", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "was paused already")},
    Phrase{"was not paused", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "was not paused")},
    Phrase{"generation (\\d+)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "generation %1")},
    Phrase{"decided: adopt", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "decided to take them over")},
    Phrase{"decided: discard", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "decided to delete them")},
    Phrase{"adopt: (\\d+) codes? in the list \\S+, (\\d+) user keys? and (\\d+) other keys?",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases",
                             "taken over; found codes: %1, user keys: %2, other keys: %3")},
    Phrase{"discard: (\\d+) codes? in the list \\S+, (\\d+) user keys? and (\\d+) other keys?",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases",
                             "deleted; found codes: %1, user keys: %2, other keys: %3")},
    Phrase{"(\\d+) codes? in the list \\S+, (\\d+) user keys? and (\\d+) other keys?",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "found codes: %1, user keys: %2, other keys: %3")},
    Phrase{"(\\d+) available, (\\d+) issued, (.*)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 available, %2 issued, %3")},
    Phrase{"these keys are deleted", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "these keys are deleted")},
    Phrase{"version (.*), strategy (.*)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "version %1, strategy %2")},
    Phrase{"process (\\d+), since (.*)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "process %1, since %2")},
    Phrase{"the server ended without a word",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "the server ended without a word")},
    Phrase{"codes exist already or stand twice:? (.*)",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "codes exist already or stand twice: %1")},
    Phrase{"coupons to (.*): all coupons",
           QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "coupons to %1: all coupons")},
    Phrase{"coupons to (.*)", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "coupons to %1")},
    Phrase{"(\\d+) rows", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 rows")},
    Phrase{"(\\d+) entries", QT_TRANSLATE_NOOP("seonchak::AuditPhrases", "%1 entries")},
};

} // namespace

QString AuditPhrases::translated(const QString &english)
{
    for (const Phrase &phrase : phrases) {
        const QRegularExpression whole(QRegularExpression::anchoredPattern(QLatin1String(phrase.pattern)));
        const auto match = whole.match(english);
        if (!match.hasMatch())
            continue;
        // All at once: what was caught may itself look like a place.
        const QStringList caught = match.capturedTexts().mid(1);
        const QString words = tr(phrase.words);
        if (caught.size() == 3)
            return words.arg(caught[0], caught[1], caught[2]);
        if (caught.size() == 2)
            return words.arg(caught[0], caught[1]);
        return caught.isEmpty() ? words : words.arg(caught[0]);
    }
    return english;
}

} // namespace seonchak
