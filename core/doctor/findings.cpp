// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/findings.h"

#include <algorithm>

namespace seonchak::doctor {

namespace {

const Finding *lookUp(const char *id, const char *name)
{
    const QLatin1String wantedId(id);
    const QLatin1String wantedName(name);
    for (const auto &table : {redisFindings(), databaseFindings(), machineFindings()}) {
        const auto found = std::ranges::find_if(table, [&](const Finding &one) {
            const QLatin1String of(one.id);
            return QLatin1String(one.name) == wantedName && (of == wantedId || of == QLatin1String("*"));
        });
        if (found != table.end())
            return &*found;
    }
    return nullptr;
}

/// Fills all places at once, so that a "%2" inside a value is left alone.
QString filled(const char *text, const QStringList &values)
{
    const QString pattern = QString::fromUtf8(text);
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int at = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (at < 1 || at > values.size()) {
            result += pattern[i];
            continue;
        }
        result += values[at - 1].simplified();
        ++i;
    }
    return result;
}

} // namespace

void Sheet::add(const char *id, const char *name, const QStringList &values)
{
    if (isStopped())
        return;
    const Finding *finding = lookUp(id, name);
    if (!finding)
        qFatal("The doctor has no words for %s/%s.", id, name);
    const auto tongue = std::size_t(m_tongue);
    m_checks.push_back({QString::fromLatin1(id), finding->status, filled(finding->found[tongue], values),
                        filled(finding->cure[tongue], values)});
    if (m_follower.found)
        m_follower.found(m_checks.back());
}

} // namespace seonchak::doctor
