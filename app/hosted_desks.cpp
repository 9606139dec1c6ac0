// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosted_desks.h"

#include "server/api/desk_roll.h"

#include <QUuid>

namespace seonchak {

HostedDesks::HostedDesks(http::DeskRoll &roll, const QString &person)
    : m_roll(roll)
    , m_own{QUuid::createUuid().toString(QUuid::WithoutBraces), person, QStringLiteral("admin"),
            QString::fromLatin1(DeskPresence::hosting),         0,      {}}
    , m_seat(roll.attend(m_own))
{
}

DesksPresent HostedDesks::others() const
{
    DesksPresent present = m_roll.present();
    present.desks.removeIf([this](const DeskPresence &desk) { return desk.id == m_own.id; });
    return present;
}

void HostedDesks::tellOpened(const QList<qint64> &doubts)
{
    m_roll.tell(m_own, doubts);
}

} // namespace seonchak
