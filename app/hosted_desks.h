// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_company.h"

#include <memory>

namespace seonchak {

namespace http {
class DeskRoll;
}

/// The window that hosts the server, among those that are attached to it.
class HostedDesks final : public DeskCompany
{
public:
    /// `person` sits at this window. The roll outlives it.
    HostedDesks(http::DeskRoll &roll, const QString &person);

    [[nodiscard]] DesksPresent others() const override;
    void tellOpened(const QList<qint64> &doubts) override;

private:
    http::DeskRoll &m_roll;
    const DeskPresence m_own;
    const std::shared_ptr<void> m_seat; ///< for as long as the window is there
};

} // namespace seonchak
