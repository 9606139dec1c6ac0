// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/obstacle.h"
#include "ui/parts/plain_dialog.h"

#include <QStringList>

namespace seonchak {

/// Why the window cannot open.
struct StartProblem
{
    Obstacle obstacle = Obstacle::Other;
    QStringList sentences; ///< in English, as on standard error
    QString place;         ///< the file, folder or address concerned; empty: none
    quint16 otherPort = 0; ///< a free port to offer; 0: none
};

/// Shown instead of the window if the program cannot start: the problem, the remedy, and if possible a button
/// that applies it. Accepted: start with the other port. Every text is plain. Parts: `startTitle`,
/// `startAdvice`, `startSentences`, `startAction`, `startEnd`.
class StartProblemDialog : public PlainDialog
{
    Q_OBJECT
public:
    explicit StartProblemDialog(const StartProblem &problem, QWidget *parent = nullptr);

private:
    struct Words
    {
        QString title;
        QString advice;
        QString action = {}; ///< empty: no button can help
    };
    [[nodiscard]] Words words() const;
    [[nodiscard]] Words portWords() const;
    QWidget *sentences();
    QWidget *buttons(const QString &action);
    void act();

    const StartProblem m_problem;
};

} // namespace seonchak
