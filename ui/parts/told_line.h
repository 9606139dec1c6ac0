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

/// A page's message line. The result of an act is shown with its time, so that it is not mistaken for the
/// current act's, and disappears: after a minute, a failure after ten, with the next message, and when the
/// page is left. The time counts from when the message is visible.
class ToldLine : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 fineMs = 60'000;
    static constexpr qint64 failedMs = 600'000;

    /// Label and clock must outlive it. `page` owns it: hiding the page means leaving it.
    ToldLine(ToneLabel &label, const Clock &clock, QWidget &page);
    /// Shows the result of an act; Tone::Bad means a failure.
    void tell(theme::Tone tone, const QString &sentence, const QString &detail = {});
    /// Shows the present state or activity, until the next message.
    void show(theme::Tone tone, const QString &sentence, const QString &detail = {});
    /// Clears the result of an act; a present state stays.
    void forget();
    /// Whether the result of an act is shown.
    [[nodiscard]] bool isTold() const { return m_lasts > 0; }

Q_SIGNALS:
    /// The result of an act has disappeared, and the line is empty.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    ToneLabel &m_label;
    const Clock &m_clock;
    QTimer m_timer;
    qint64 m_lasts = 0; ///< ms; 0: no result of an act is shown
    std::optional<qint64> m_seenNs;
};

} // namespace seonchak
