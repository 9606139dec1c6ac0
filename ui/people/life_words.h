// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_life.h"
#include "ui/parts/theme.h"

#include <QCoreApplication>
#include <QString>

namespace seonchak {

/// The window's texts about one event in a coupon's life, as plain text.
class LifeWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::LifeWords)
public:
    static QString title(const LifeEvent &event);
    /// Who decided it and further details; may be empty.
    static QString detail(const LifeEvent &event);
    static theme::Tone tone(LifeEvent::What what);
    /// "+12 ms", "+2.134 s", "+2 min 5 s": since the previous event.
    static QString gap(qint64 milliseconds);
};

} // namespace seonchak
