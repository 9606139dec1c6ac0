// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/webhooks/hook_answer_words.h"

#include "ui/parts/reach_words.h"

#include <QRegularExpression>

#include <array>

namespace seonchak {

namespace {

struct KeptAnswer
{
    const char *form; ///< of what HookExchange writes; its group is %1
    const char *words;
};

/// The first that fits counts.
constexpr std::array keptAnswers{
    KeptAnswer{"^answered (\\d+): redirects are not followed$",
               QT_TRANSLATE_NOOP("seonchak::HookAnswerWords", "answered %1: redirects are not followed")},
    KeptAnswer{"^answered (\\d+), but not to its end in time$",
               QT_TRANSLATE_NOOP("seonchak::HookAnswerWords", "answered %1, but not to its end in time")},
    KeptAnswer{"^answered (\\d+.*) \\(longer than \\d+ bytes: not read to its end\\)$",
               QT_TRANSLATE_NOOP("seonchak::HookAnswerWords", "answered %1 (too long: not read to its end)")},
    KeptAnswer{"^answered (\\d+.*)$", QT_TRANSLATE_NOOP("seonchak::HookAnswerWords", "answered %1")},
    KeptAnswer{"^no answer in time$", QT_TRANSLATE_NOOP("seonchak::HookAnswerWords", "no answer in time")},
    KeptAnswer{"^not sent: the URL points to this server itself",
               QT_TRANSLATE_NOOP("seonchak::HookAnswerWords",
                                 "not sent: the URL points to this server itself (--webhook-allow-own would "
                                 "allow it)")},
    KeptAnswer{
        "^not sent: the URL points to a private address",
        QT_TRANSLATE_NOOP("seonchak::HookAnswerWords",
                          "not sent: the URL points to a private address (--webhook-allow-private would "
                          "allow it)")},
};

} // namespace

QString HookAnswerWords::told(const QString &kept)
{
    for (const KeptAnswer &one : keptAnswers) {
        const QRegularExpression form(QString::fromLatin1(one.form),
                                      QRegularExpression::DotMatchesEverythingOption);
        const auto found = form.match(kept);
        if (!found.hasMatch())
            continue;
        const QString words = tr(one.words);
        return words.contains(QLatin1String("%1")) ? words.arg(found.captured(1)) : words;
    }
    const QString silent = QStringLiteral("no answer: ");
    if (kept.startsWith(silent))
        return tr("no answer: %1").arg(ReachWords::because(kept.mid(silent.size())));
    return kept;
}

} // namespace seonchak
