// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seonchak {

/// One sentence for a person who is looking at another window.
struct Notice
{
    enum class Weight { News, Urgent };
    QString title;
    QString text;
    Weight weight = Weight::News;
};

/// Shows notifications outside of the window.
class Notifier
{
public:
    virtual ~Notifier() = default;
    virtual void tell(const Notice &notice) = 0;
    /// The window's title, for the tray icon's tool tip.
    virtual void setState(const QString &) {}
};

} // namespace seonchak
