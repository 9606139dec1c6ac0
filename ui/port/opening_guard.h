// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;
class QWidget;

namespace seonchak {

/// Must be asked before the real sale opens.
class OpeningGuard
{
public:
    virtual ~OpeningGuard() = default;
    /// `act` as in the audit trail: "before the first push". Calls `go` immediately in a rehearsal; else once
    /// the surroundings pass the examination, or a person decides to continue despite the findings. Calls
    /// `stay` if the person decides against it. On the GUI thread; calls neither if `parent` has been
    /// destroyed.
    virtual void ask(QWidget *parent, const QString &act, std::function<void()> go,
                     std::function<void()> stay) = 0;
};

} // namespace seonchak
