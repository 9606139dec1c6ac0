// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/asker.h"
#include "ui/port/settings_port.h"

#include <QCoreApplication>

#include <optional>

namespace seonchak {

class SettingField;
struct SaleSign;

/// The confirmation before settings are saved: none if they are harmless.
class SaveQuestion
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::SaveQuestion)
public:
    /// Asks if a LIVE sale would use something else, and if a service's test has just failed.
    static std::optional<Question> of(const QList<SettingField *> &fields,
                                      const SettingsPort::Changes &changes, const SaleSign &sale);

private:
    static QString deciding(const QList<SettingField *> &fields, const SettingsPort::Changes &changes);
    static QStringList notReached(const QList<SettingField *> &fields, const SettingsPort::Changes &changes);
};

} // namespace seonchak
