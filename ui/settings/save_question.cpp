// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/save_question.h"

#include "ui/parts/reach_words.h"
#include "ui/port/desk_port.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_words.h"

namespace seonchak {

QString SaveQuestion::deciding(const QList<SettingField *> &fields, const SettingsPort::Changes &changes)
{
    QStringList labels;
    for (const auto *field : fields) {
        const auto &row = field->row();
        if (changes.contains(row.key) && row.decidesSale)
            labels.append(SettingWords::label(row));
    }
    return labels.join(QStringLiteral(", "));
}

QStringList SaveQuestion::notReached(const QList<SettingField *> &fields,
                                     const SettingsPort::Changes &changes)
{
    QStringList lines;
    for (const auto *field : fields) {
        const QString key = field->row().key;
        const bool counts = changes.contains(key) || changes.contains(key + QStringLiteral("-password"));
        if (!counts || field->notReached().isEmpty())
            continue;
        lines << tr("%1 was not reached when it was tested: %2")
                     .arg(SettingWords::label(field->row()), ReachWords::because(field->notReached()))
              << ReachWords::nextStart(key);
    }
    return lines;
}

std::optional<Question> SaveQuestion::of(const QList<SettingField *> &fields,
                                         const SettingsPort::Changes &changes, const SaleSign &sale)
{
    QStringList lines = notReached(fields, changes);
    const bool dead = !lines.isEmpty();
    const QString deciding = sale.live ? SaveQuestion::deciding(fields, changes) : QString();
    if (!dead && deciding.isEmpty())
        return std::nullopt;
    Question question;
    question.title = dead ? tr("Save what was not reached?") : tr("Change what this LIVE sale works with?");
    // In a LIVE sale the next start must not come up beside the real coupons by a slip.
    if (!deciding.isEmpty()) {
        lines
            << tr("From the next start on another %1 counts. The coupons of this sale stay where they are; a "
                  "start that looks elsewhere does not find them.")
                   .arg(deciding);
        question.typed = sale.typed();
    }
    question.consequence = lines.join(QLatin1Char('\n'));
    question.action = dead ? tr("Save anyway") : tr("Save");
    return question;
}

} // namespace seonchak
