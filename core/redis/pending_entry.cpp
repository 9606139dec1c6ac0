// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/pending_entry.h"

#include <QString>
#include <QStringBuilder>

#include <algorithm>

namespace seonchak {

namespace {

/// Removes and returns the part of `rest` up to the next colon; nullopt if there is no colon.
std::optional<QByteArray> takePart(QByteArray &rest)
{
    const qsizetype colon = rest.indexOf(':');
    if (colon <= 0)
        return std::nullopt;
    QByteArray part = rest.left(colon);
    rest = rest.mid(colon + 1);
    return part;
}

std::optional<qint64> takeNumber(QByteArray &rest)
{
    const auto part = takePart(rest);
    const bool digits = part && std::ranges::all_of(*part, [](char c) { return c >= '0' && c <= '9'; });
    bool good = false;
    const qint64 number = digits ? part->toLongLong(&good) : 0;
    return good ? std::optional(number) : std::nullopt;
}

} // namespace

std::optional<PendingEntry> PendingEntry::parse(const QByteArray &text)
{
    QByteArray rest = text;
    const auto number = takeNumber(rest);
    const auto started = number ? takeNumber(rest) : std::nullopt;
    const auto state = started ? takePart(rest) : std::nullopt;
    const auto due = state && (*state == "R" || *state == "D") ? takeNumber(rest) : std::nullopt;
    if (!due || rest.isEmpty())
        return std::nullopt;
    return PendingEntry{*number, *started, *state == "D", *due, rest};
}

QByteArray PendingEntry::toText() const
{
    return QByteArray::number(number) + ':' + QByteArray::number(started) + (doubt ? ":D:" : ":R:") +
           QByteArray::number(due) + ':' + code;
}

} // namespace seonchak
