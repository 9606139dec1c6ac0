// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/card.h"

namespace seonchak {

class ActionButton;
class ToneLabel;

/// What is saved and not in use yet, and the button that restarts the program. It stands there until nothing
/// waits any more.
class RestartNotice : public Card
{
    Q_OBJECT
public:
    explicit RestartNotice(QWidget *parent = nullptr);
    /// The names of the settings that wait; none: nothing is shown.
    void setWaiting(const QStringList &names);

Q_SIGNALS:
    void restartAsked();

private:
    ToneLabel *m_words;
    ActionButton *m_restart;
};

} // namespace seonchak
