// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// One sentence for who looks at another window.
struct Notice
{
    enum class Weight { News, Urgent };
    QString title;
    QString text;
    Weight weight = Weight::News;
};

/// Tells what matters outside of the window.
class Notifier
{
public:
    virtual ~Notifier() = default;
    virtual void tell(const Notice &notice) = 0;
    /// What the window's title says, for who hovers over a tray icon.
    virtual void setState(const QString &) {}
};

} // namespace seonchak
