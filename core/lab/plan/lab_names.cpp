// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/plan/lab_names.h"

#include <QDir>
#include <QRegularExpression>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace seonchak::lab {

namespace {

bool isGone(const QString &pid)
{
    bool ok = false;
    const int number = pid.toInt(&ok);
    return ok && number > 0 && ::kill(number, 0) != 0 && errno == ESRCH;
}

} // namespace

QString familyOfNames()
{
    const QString machine = QString::fromLatin1(QSysInfo::machineUniqueId()).left(8);
    return QStringLiteral("seonchak-lab-%1-").arg(machine.isEmpty() ? QStringLiteral("here") : machine);
}

bool isAbandoned(const QString &name, const QString &family)
{
    static const QRegularExpression rest(QStringLiteral("^([0-9]+)-(?:crash|race)?[0-9]+\\z"));
    if (!name.startsWith(family))
        return false;
    const auto match = rest.match(name.mid(family.size()));
    return match.hasMatch() && isGone(match.captured(1));
}

void removeAbandonedWork(const QString &outDir)
{
    const QString family = familyOfNames();
    const QDir out(outDir);
    for (const QString &name : out.entryList({QStringLiteral(".work-*")}, QDir::Dirs | QDir::Hidden)) {
        QDir work(out.filePath(name));
        const auto entries =
            work.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        const bool ours =
            std::ranges::all_of(entries, [&](const QString &entry) { return isAbandoned(entry, family); });
        if (isGone(name.section(u'-', 1)) && ours && !work.removeRecursively())
            qWarning("%s of a lab that was killed stays behind", qUtf8Printable(work.path()));
    }
}

} // namespace seonchak::lab
