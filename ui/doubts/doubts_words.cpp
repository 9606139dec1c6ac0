// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/doubts/doubts_words.h"

#include "ui/parts/state_panel.h"
#include "ui/parts/words.h"

namespace seonchak {

void DoubtsWords::showNoRows(StatePanel &panel, const Known &known)
{
    using State = StatePanel::State;
    if (known.databaseAway)
        panel.show(State::Disconnected, tr("The database does not answer"),
                   tr("What is in doubt cannot be read now. It is kept; the list comes back by itself when "
                      "the database light is green."));
    else if (known.silent)
        panel.show(State::Disconnected, tr("Waiting for new numbers"),
                   tr("Redis or the database is slow. What is in doubt is kept; the list comes back by "
                      "itself."));
    else if (known.failed)
        panel.show(State::Error, tr("The list could not be read"), Words::advice(known.error),
                   tr("Read again"));
    else if (!known.list)
        panel.showLoading();
    else if (known.redisAway)
        panel.show(
            State::Disconnected, tr("Redis does not answer"),
            tr("The database has no open doubt. What Redis has reserved cannot be read now; what became "
               "of it is seen when its light is green."));
    else
        panel.show(State::Empty, tr("Nothing is in doubt"),
                   tr("When the store does not say whether it took a coupon, the coupon waits here. The "
                      "server asks again by itself; you can step in."));
}

QString DoubtsWords::lastKnown(const Known &known)
{
    if (known.databaseAway)
        return tr("The list is the last one known: the database does not answer. Wait for its light.");
    if (known.silent)
        return tr("The list is the last one known. Waiting for new numbers.");
    return known.failed ? tr("The list is the last one known. %1").arg(Words::advice(known.error))
                        : QString();
}

} // namespace seonchak
