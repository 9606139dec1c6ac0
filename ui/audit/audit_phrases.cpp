// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_phrases.h"

#include "core/coupon/utc_text.h"
#include "ui/audit/audit_phrase_table.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"

#include <QRegularExpression>

#include <vector>

namespace seonchak {

namespace {

QString patternOf(char kind)
{
    return kind == 'n' || kind == 'i' ? QStringLiteral("(\\d+)")
           : kind == 'u'              ? QStringLiteral("([A-Z_]+)")
           : kind == 'q'              ? QStringLiteral("([^\"]*)")
                                      : QStringLiteral("(.*)");
}

/// A stored text is a pattern already, but for its quotes and places.
QRegularExpression expressionOf(const AuditPhrase &phrase)
{
    QString pattern = phrase.stored ? QString::fromUtf8(phrase.stored)
                                    : QRegularExpression::escape(QString::fromUtf8(phrase.words))
                                          .replace(QStringLiteral("\\%"), QStringLiteral("%"));
    for (int i = 0; phrase.kinds[i] != '\0'; ++i)
        pattern.replace(QStringLiteral("%%1").arg(i + 1), patternOf(phrase.kinds[i]));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<QRegularExpression> &expressions()
{
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> made;
        for (const AuditPhrase &phrase : auditPhrases())
            made.push_back(expressionOf(phrase));
        return made;
    }();
    return all;
}

/// The longest run of letters between two places.
QString longestPart(const QString &text)
{
    static const QRegularExpression places(QStringLiteral("%\\d|\\(\\.\\*\\)|\\\\S\\+|\\?"));
    QString longest;
    for (const QString &part : text.split(places)) {
        if (part.trimmed().size() > longest.size())
            longest = part.trimmed();
    }
    return longest;
}

} // namespace

/// Fills all places at once, because a captured text may itself look like a place.
QString AuditPhrases::filled(const QString &words, const char *kinds, const QStringList &caught, bool *known,
                             int depth)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int place = words[i] == u'%' && i + 1 < words.size() ? words[i + 1].digitValue() : -1;
        if (place < 1 || place > caught.size()) {
            text += words[i];
            continue;
        }
        ++i;
        const QString &one = caught[place - 1];
        const char kind = kinds[place - 1];
        bool mine = true;
        const auto status = kind == 'u' ? statusFromName(one.toLatin1()) : std::nullopt;
        const auto time = kind == 'm' ? timeOf(one) : std::nullopt;
        text += kind == 'n'                                 ? Words::number(one.toLongLong())
                : status                                    ? CouponWords::status(*status)
                : time                                      ? moment::full(*time)
                : kind == 's' || kind == 'w' || kind == 'm' ? translated(one, &mine, depth + 1)
                                                            : one;
        *known = mine || kind == 's' || kind == 'm';
        if (!*known)
            return {}; // The other places are not worth their time.
    }
    return text;
}

/// A foreign text may be split in many ways, and each part again: nesting deeper than our deepest sentence is
/// not searched.
QString AuditPhrases::translated(const QString &english, bool *known, int depth)
{
    constexpr int deepest = 5;
    if (depth > deepest) {
        *known = false;
        return english;
    }
    const auto phrases = auditPhrases();
    for (std::size_t i = 0; i < phrases.size(); ++i) {
        const auto match = expressions()[i].match(english);
        if (!match.hasMatch())
            continue;
        bool whole = true;
        const QString text =
            filled(tr(phrases[i].words), phrases[i].kinds, match.capturedTexts().mid(1), &whole, depth);
        if (whole)
            return text;
    }
    *known = false;
    return english;
}

QString AuditPhrases::translated(const QString &english)
{
    QStringList lines = english.split(u'\n');
    for (QString &line : lines) {
        bool known = true;
        line = translated(line, &known);
    }
    return lines.join(u'\n');
}

bool AuditPhrases::isKnown(const QString &english)
{
    bool known = true;
    translated(english, &known);
    return known;
}

QStringList AuditPhrases::storedLike(const QString &text)
{
    constexpr qsizetype most = 20;
    QStringList parts;
    for (const AuditPhrase &phrase : auditPhrases()) {
        const QString words = tr(phrase.words);
        if (parts.size() < most && words.contains(text, Qt::CaseInsensitive) &&
            words != QLatin1String(phrase.words))
            parts << longestPart(QString::fromUtf8(phrase.stored ? phrase.stored : phrase.words));
    }
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts;
}

} // namespace seonchak
