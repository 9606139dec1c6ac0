// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;
class QWidget;

namespace seonchak {

/// Whoever is about to open the real sale asks it first.
class OpeningGuard
{
public:
    virtual ~OpeningGuard() = default;
    /// `act` as the audit trail names it: "before the first push". Calls `go` at once in a rehearsal; else
    /// once the surroundings were found fit, or a person has decided to go on in spite of what was found.
    /// `stay` where they thought better of it. On the GUI thread; neither where `parent` has gone.
    virtual void ask(QWidget *parent, const QString &act, std::function<void()> go,
                     std::function<void()> stay) = 0;
};

} // namespace seonchak
