// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_words.h"

#include "ui/audit/audit_phrases.h"

namespace seonchak {

namespace {

/// "done" of "done: 1000 generated"
QString headOf(const QString &result)
{
    return result.section(QLatin1Char(':'), 0, 0).trimmed();
}

/// "alice" of "desk (alice)"; empty if it does not have that form.
QString personIn(const QString &actor, const QString &place)
{
    const bool fits = actor.startsWith(place + QStringLiteral(" (")) && actor.endsWith(QLatin1Char(')'));
    return fits ? actor.sliced(place.size() + 2).chopped(1) : QString();
}

} // namespace

const QStringList &AuditWords::actions()
{
    static const QStringList all =
        QStringLiteral("generate add edit push void pause resume times ask declare-issued restore "
                       "second-person settings "
                       "token-refused token-add token-revoke set-aside rebuild foreign-keys import export "
                       "webhook-send start end crash preflight close-books new-sale "
                       "wrong-user-key unknown-code not-stock double-code unknown-reserved "
                       "unreadable-reservation")
            .split(QLatin1Char(' '));
    return all;
}

QString AuditWords::action(const QString &action)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("generate"), QT_TR_NOOP("Generated")},
        {QStringLiteral("add"), QT_TR_NOOP("Added")},
        {QStringLiteral("edit"), QT_TR_NOOP("Edited")},
        {QStringLiteral("push"), QT_TR_NOOP("Pushed")},
        {QStringLiteral("void"), QT_TR_NOOP("Voided")},
        {QStringLiteral("pause"), QT_TR_NOOP("Paused issuing")},
        {QStringLiteral("times"), QT_TR_NOOP("Set the times of the sale")},
        {QStringLiteral("resume"), QT_TR_NOOP("Resumed issuing")},
        {QStringLiteral("ask"), QT_TR_NOOP("Asked the store again")},
        {QStringLiteral("declare-issued"), QT_TR_NOOP("Declared issued")},
        {QStringLiteral("restore"), QT_TR_NOOP("Restored to stock")},
        {QStringLiteral("second-person"), QT_TR_NOOP("Second person")},
        {QStringLiteral("settings"), QT_TR_NOOP("Changed settings")},
        {QStringLiteral("token-refused"), QT_TR_NOOP("Token refused")},
        {QStringLiteral("token-add"), QT_TR_NOOP("Added a token")},
        {QStringLiteral("token-revoke"), QT_TR_NOOP("Revoked a token")},
        {QStringLiteral("set-aside"), QT_TR_NOOP("Set aside")},
        {QStringLiteral("import"), QT_TR_NOOP("Imported")},
        {QStringLiteral("rebuild"), QT_TR_NOOP("Rebuilt Redis")},
        {QStringLiteral("foreign-keys"), QT_TR_NOOP("Another program's keys")},
        {QStringLiteral("export"), QT_TR_NOOP("Exported")},
        {QStringLiteral("webhook-send"), QT_TR_NOOP("Sent a webhook again")},
        {QStringLiteral("start"), QT_TR_NOOP("Server started")},
        {QStringLiteral("end"), QT_TR_NOOP("Server ended")},
        {QStringLiteral("crash"), QT_TR_NOOP("Server died")},
        {QStringLiteral("close-books"), QT_TR_NOOP("Closed the books")},
        {QStringLiteral("new-sale"), QT_TR_NOOP("Started a new sale")},
        {QStringLiteral("preflight"), QT_TR_NOOP("Examined the surroundings")},
        {QStringLiteral("wrong-user-key"), QT_TR_NOOP("Wrong user key in Redis")},
        {QStringLiteral("unknown-code"), QT_TR_NOOP("Unknown code in Redis")},
        {QStringLiteral("not-stock"), QT_TR_NOOP("Code in Redis that is no stock")},
        {QStringLiteral("double-code"), QT_TR_NOOP("Code twice in Redis")},
        {QStringLiteral("unknown-reserved"), QT_TR_NOOP("Unknown code reserved in Redis")},
        {QStringLiteral("unreadable-reservation"), QT_TR_NOOP("Unreadable reservation in Redis")},
    };
    const char *known = words.value(action);
    return known ? tr(known) : action;
}

QString AuditWords::actor(const QString &actor)
{
    if (actor == QLatin1String("desk"))
        return tr("This window");
    if (const QString person = personIn(actor, QStringLiteral("desk")); !person.isEmpty())
        return tr("Window of %1").arg(person);
    if (const QString person = personIn(actor, QStringLiteral("server")); !person.isEmpty())
        return tr("Server of %1").arg(person);
    if (const QString person = personIn(actor, QStringLiteral("command line")); !person.isEmpty())
        return tr("Command line of %1").arg(person);
    if (const QString ending = QStringLiteral(" (local socket)"); actor.endsWith(ending))
        return tr("%1 on the server's machine").arg(actor.chopped(ending.size()));
    if (actor == QLatin1String("saga"))
        return tr("The issuing");
    if (actor == QLatin1String("settler"))
        return tr("The settler");
    if (actor == QLatin1String("keeper"))
        return tr("The keeper of Redis");
    return actor;
}

QString AuditWords::result(const QString &result)
{
    const QString head = headOf(result);
    const QString rest = result.section(QLatin1Char(':'), 1).trimmed();
    QString word = head;
    if (head == QLatin1String("done"))
        word = tr("Done");
    else if (head == QLatin1String("refused"))
        word = tr("Refused");
    else if (head == QLatin1String("failed"))
        word = tr("Failed");
    else if (head == QLatin1String("uncertain"))
        word = tr("Uncertain");
    else if (head == QLatin1String("stopped"))
        word = tr("Stopped");
    else
        return AuditPhrases::translated(result);
    return rest.isEmpty()
               ? word
               : tr("%1: %2", "a result and what is known of it").arg(word, AuditPhrases::translated(rest));
}

theme::Tone AuditWords::tone(const QString &result)
{
    const QString head = headOf(result);
    if (head == QLatin1String("done"))
        return theme::Tone::Good;
    if (head == QLatin1String("refused") || head.startsWith(QLatin1String("failed")) ||
        head.startsWith(QLatin1String("broke off")) || head.startsWith(QLatin1String("stopped after")))
        return theme::Tone::Bad;
    return head == QLatin1String("uncertain") ? theme::Tone::Waiting : theme::Tone::Plain;
}

} // namespace seonchak
