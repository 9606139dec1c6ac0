// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/theme.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace seonchak {

class Clock;
class ToneLabel;

/// What a page says on its one line. What became of an act carries the time at which it was told, so that
/// nobody takes it for the present one's, and goes again: after a minute, a failure after ten, with the next
/// words, and when the page is left. Its time runs from when it can be seen.
class ToldLine : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 fineMs = 60'000;
    static constexpr qint64 failedMs = 600'000;

    /// Label and clock outlive it. `page` owns it: who hides that has left it.
    ToldLine(ToneLabel &label, const Clock &clock, QWidget &page);
    /// How an act ended; a Tone::Bad is a failure.
    void tell(theme::Tone tone, const QString &sentence, const QString &detail = {});
    /// What is so now, or is being done: it stays until something else is said.
    void show(theme::Tone tone, const QString &sentence, const QString &detail = {});
    /// The sentence about an act goes; what is so now stays.
    void forget();
    /// Whether a sentence about an act stands there.
    [[nodiscard]] bool isTold() const { return m_lasts > 0; }

Q_SIGNALS:
    /// The sentence about an act has gone, and the line is empty.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    ToneLabel &m_label;
    const Clock &m_clock;
    QTimer m_timer;
    qint64 m_lasts = 0; ///< ms; 0: nothing is told of an act
    std::optional<qint64> m_seenNs;
};

} // namespace seonchak
