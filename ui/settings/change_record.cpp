// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/change_record.h"

#include "ui/settings/url_edit.h"

namespace seonchak {

namespace {

QString recorded(const SettingRow &row, const QString &text)
{
    constexpr qsizetype longest = 160;
    const QString shown = row.kind == SettingRow::Kind::Url ? UrlEdit::masked(text) : text;
    if (shown.isEmpty())
        return QStringLiteral("(empty)");
    return shown.size() > longest ? shown.left(longest) + QChar(0x2026) : shown;
}

QString secretWord(bool isThere)
{
    return isThere ? QStringLiteral("(secret)") : QStringLiteral("(none)");
}

} // namespace

QString changeRecord(const QList<SettingRow> &before, const SettingsPort::Changes &changes)
{
    QStringList parts;
    for (const auto &row : before) {
        if (!changes.contains(row.key))
            continue;
        const QString text = changes[row.key];
        const bool isSecret = row.kind == SettingRow::Kind::Secret;
        const QString old =
            isSecret ? secretWord(row.kept != SettingRow::Kept::Nowhere) : recorded(row, row.value);
        const QString now = isSecret ? secretWord(!text.isEmpty()) : recorded(row, text);
        parts.append(QStringLiteral("%1: %2 %3 %4").arg(row.key, old, QString(QChar(0x2192)), now));
    }
    return QStringLiteral("changed: ") + parts.join(QStringLiteral("; "));
}

} // namespace seonchak
