// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/obstacle.h"

#include <QDialog>
#include <QStringList>

namespace seonchak {

/// Why the window cannot open.
struct StartProblem
{
    Obstacle obstacle = Obstacle::Other;
    QStringList sentences; ///< in English: what standard error says
    QString place;         ///< the file, folder or address that is meant; empty: none
    quint16 otherPort = 0; ///< a port that is free; 0: none is offered
};

/// Stands in the window's place where the program cannot start: what is in the way, what to do about it, and
/// where there is one a button that does it. Accepted: start with the other port. Every text is plain. Parts:
/// `startTitle`, `startAdvice`, `startSentences`, `startAction`, `startEnd`.
class StartProblemDialog : public QDialog
{
    Q_OBJECT
public:
    explicit StartProblemDialog(const StartProblem &problem, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Words
    {
        QString title;
        QString advice;
        QString action = {}; ///< empty: there is nothing that a button could do
    };
    [[nodiscard]] Words words() const;
    QWidget *sentences();
    QWidget *buttons(const QString &action);
    void act();

    const StartProblem m_problem;
};

} // namespace seonchak
