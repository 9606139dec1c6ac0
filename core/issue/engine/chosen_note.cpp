// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/chosen_note.h"

namespace seonchak {

namespace {
constexpr const char *chosenMark = "chosen";
}

QByteArray chosenNote(const VoidedChosen &voided)
{
    QByteArrayList words{chosenMark, QByteArray::number(voided.voided), QByteArray::number(voided.unknown),
                         QByteArray::number(voided.notReached)};
    for (auto one = voided.kept.begin(); one != voided.kept.end(); ++one)
        words << statusName(one.key()) + '=' + QByteArray::number(one.value());
    return words.join(' ');
}

std::optional<VoidedChosen> readChosenNote(const QByteArray &note)
{
    constexpr qsizetype numbers = 4;
    const QByteArrayList words = note.split(' ');
    if (words.size() < numbers || words.first() != chosenMark)
        return std::nullopt;
    VoidedChosen voided;
    voided.voided = words[1].toLongLong();
    voided.unknown = words[2].toLongLong();
    voided.notReached = words[3].toLongLong();
    for (const QByteArray &word : words.sliced(numbers)) {
        const auto equals = word.indexOf('=');
        if (const auto status = statusFromName(word.left(equals)))
            voided.kept.insert(*status, word.mid(equals + 1).toLongLong());
    }
    return voided;
}

QString chosenWords(const VoidedChosen &voided)
{
    const auto kept = [&](CouponStatus status) { return voided.kept.value(status); };
    return QStringLiteral("%1 voided; kept: %2 issued, %3 in doubt, %4 void before, %5 others")
        .arg(voided.voided)
        .arg(kept(CouponStatus::Issued))
        .arg(kept(CouponStatus::InDoubt))
        .arg(kept(CouponStatus::Void))
        .arg(kept(CouponStatus::Available) + kept(CouponStatus::Staged) + voided.unknown);
}

} // namespace seonchak
