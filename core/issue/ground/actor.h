// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// Who does something: as the audit trail has them, and the name alone, by which two persons are told apart.
struct Actor
{
    Actor(QString shown, QString name = {}) // NOLINT: most acts need no name
        : told(std::move(shown))
        , person(std::move(name))
    {
    }

    QString told;   ///< "kim (203.0.113.7)", "desk (kim)"
    QString person; ///< "kim"; empty: whoever is at this machine, without a token
};

} // namespace seonchak
