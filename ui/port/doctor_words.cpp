// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/port/doctor_words.h"

#include "ui/parts/languages.h"
#include "ui/parts/words.h"

#include <QLocale>

namespace seonchak {

using State = doctor::Status;

const QHash<QString, const char *> &DoctorWords::known()
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("redis-reachable"), QT_TR_NOOP("Redis: connection")},
        {QStringLiteral("redis-version"), QT_TR_NOOP("Redis: version")},
        {QStringLiteral("redis-role"), QT_TR_NOOP("Redis: role")},
        {QStringLiteral("redis-eviction"), QT_TR_NOOP("Redis: memory")},
        {QStringLiteral("redis-persistence"), QT_TR_NOOP("Redis: disk")},
        {QStringLiteral("redis-commands"), QT_TR_NOOP("Redis: permissions")},
        {QStringLiteral("redis-scripts"), QT_TR_NOOP("Redis: scripts")},
        {QStringLiteral("redis-expiry"), QT_TR_NOOP("Redis: expiry")},
        {QStringLiteral("redis-foreign"), QT_TR_NOOP("Redis: whose keys")},
        {QStringLiteral("redis-clock"), QT_TR_NOOP("Redis: clock")},
        {QStringLiteral("database-reachable"), QT_TR_NOOP("Database: connection")},
        {QStringLiteral("database-writable"), QT_TR_NOOP("Database: writing")},
        {QStringLiteral("database-schema"), QT_TR_NOOP("Database: tables")},
        {QStringLiteral("database-unique"), QT_TR_NOOP("Database: uniqueness")},
        {QStringLiteral("database-pooler"), QT_TR_NOOP("Database: pooler")},
        {QStringLiteral("database-fsync"), QT_TR_NOOP("Database: commits")},
        {QStringLiteral("partner-reachable"), QT_TR_NOOP("Convenience store")},
        {QStringLiteral("disk-space"), QT_TR_NOOP("Disk: space")},
        {QStringLiteral("disk-fsync"), QT_TR_NOOP("Disk: speed")},
        {QStringLiteral("descriptors"), QT_TR_NOOP("Open files")},
        {QStringLiteral("config-file"), QT_TR_NOOP("Config file")},
        {QStringLiteral("secrets"), QT_TR_NOOP("Secrets")},
        {QStringLiteral("port"), QT_TR_NOOP("Port")},
        {QStringLiteral("listen-token"), QT_TR_NOOP("Access from outside")},
    };
    return words;
}

QString DoctorWords::name(const QString &id)
{
    const char *word = known().value(id);
    return word ? tr(word) : id;
}

QStringList DoctorWords::names()
{
    QStringList all;
    for (const char *word : known())
        all.append(tr(word));
    return all;
}

QString DoctorWords::state(State status)
{
    switch (status) {
    case State::Ok:
        return tr("Fine", "a check");
    case State::Warning:
        return tr("Warning", "a check");
    case State::Failed:
        return tr("Fault", "a check");
    case State::Skipped:
        break;
    }
    return tr("Skipped", "a check");
}

theme::Tone DoctorWords::tone(State status)
{
    switch (status) {
    case State::Ok:
        return theme::Tone::Good;
    case State::Warning:
        return theme::Tone::Waiting;
    case State::Failed:
        return theme::Tone::Bad;
    case State::Skipped:
        break;
    }
    return theme::Tone::Stale;
}

QString DoctorWords::summary(const std::vector<doctor::Check> &checks)
{
    const auto count = [&](State status) {
        return Words::number(qint64(std::ranges::count(checks, status, &doctor::Check::status)));
    };
    return tr("Faults: %1 · warnings: %2 · fine: %3 · skipped: %4")
        .arg(count(State::Failed), count(State::Warning), count(State::Ok), count(State::Skipped));
}

doctor::Tongue DoctorWords::tongue()
{
    const bool korean = Languages::best(QLocale().uiLanguages()) == QLatin1String("ko");
    return korean ? doctor::Tongue::Korean : doctor::Tongue::English;
}

} // namespace seonchak
