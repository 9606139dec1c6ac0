// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/ground/sale_times.h"
#include "ui/parts/theme.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"
#include "ui/port/pulse.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <qcoro/qcorotask.h>

namespace seonchak {

class ActionButton;
class ToneLabel;

/// A countdown to the sale's opening or end by the sale's clock, and the actions that change these times.
/// Visible while a time is set or the sale has not begun. Opening the real sale requires an examination
/// first. Parts: `timesLine`, `timesPreflight`, `timesTold`, `timesOpenNow`, `timesCloseNow`, `timesSet`.
class SaleClockStrip : public QWidget
{
    Q_OBJECT
public:
    explicit SaleClockStrip(const PageContext &context, QWidget *parent = nullptr);
    void show(const Reading &reading);
    /// The findings before a planned opening; empty: none yet.
    void showPreflight(const QString &line, theme::Tone tone);

    [[nodiscard]] bool mayOpenNow() const;
    [[nodiscard]] bool mayCloseNow() const;
    [[nodiscard]] bool mayReopen() const;
    /// These ask first if the sale is the real one.
    void openNow();
    void closeNow();
    /// Removes the closing time.
    void reopen();
    /// Opens the dialog.
    void setTimes();

Q_SIGNALS:
    /// The permitted actions have changed.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QCoro::Task<> run(QPointer<SaleClockStrip> self, DeskPort &port, SaleTimesChange change);
    void layOut();
    void guard(const SaleTimesChange &change);
    void ask(const SaleTimesChange &change);
    void begin(const SaleTimesChange &change);
    void end(const Result<SaleTimes> &times);
    void tell(theme::Tone tone, const QString &sentence);
    void showTime();
    [[nodiscard]] bool isToBeSeen() const;
    [[nodiscard]] theme::Tone toneOf() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] WallMs now() const;

    const PageContext m_context;
    ToneLabel *m_line;
    ToneLabel *m_preflight;
    ToneLabel *m_told;
    ActionButton *m_open;
    ActionButton *m_close;
    ActionButton *m_reopen;
    ActionButton *m_set;
    QTimer m_second;
    Status m_status;
    bool m_known = false; ///< the status has been read
    bool m_atWork = false;
    WallMs m_toldAt = 0;
    bool m_failed = false;
};

} // namespace seonchak
