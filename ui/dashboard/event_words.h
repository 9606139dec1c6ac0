// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/watch/event_log.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// Events as texts in the current language. Plain text.
class EventWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::EventWords)
public:
    static QString sentence(const Event &event);
    /// For many refusals of one kind, from `firstAt` to the event's own time.
    static QString flood(const Event &event, WallMs firstAt);
    static theme::Tone tone(Event::Kind kind);

private:
    static QString ofRequest(const Event &event, const QString &user, const QString &code);
    static QString ofOperator(const Event &event, const QString &code);
    static QString ofMany(Event::Kind kind, const QString &many);
    static QString ofSale(const Event &event);
};

} // namespace seonchak
