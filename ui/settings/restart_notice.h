// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"

namespace seonchak {

class ActionButton;
class ToneLabel;

/// Shows which saved settings are not in use yet, with a button that restarts the program. Visible until none
/// is waiting.
class RestartNotice : public Card
{
    Q_OBJECT
public:
    explicit RestartNotice(QWidget *parent = nullptr);
    /// The names of the waiting settings; empty: hidden.
    void setWaiting(const QStringList &names);

Q_SIGNALS:
    void restartAsked();

private:
    ToneLabel *m_words;
    ActionButton *m_restart;
};

} // namespace seonchak
