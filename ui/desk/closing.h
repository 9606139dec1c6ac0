// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QObject>
#include <QPointer>

#include <qcoro/qcorotask.h>

class QWidget;

namespace seonchak {

class DashboardMemory;
class DeskPort;
class Pulse;
struct SaleSign;
struct DeskParts;

/// Handles closing or restarting the window, which ends the server. In LIVE, or while work is running or
/// clients request coupons, it asks first and lists what would be interrupted; in TEST without any of these
/// it closes immediately.
class Closing : public QObject
{
    Q_OBJECT
public:
    /// The window owns it; the others must outlive it.
    Closing(const DeskParts &parts, const DashboardMemory &memory, const Pulse &pulse, QWidget &window);

    enum class Then { End, Restart };

    /// Leads to agreed(), now or later, or to nothing if the operator stays. Ignored while a question is
    /// open.
    void begin(Then then = Then::End);
    /// The agreed action.
    [[nodiscard]] Then then() const { return m_then; }

Q_SIGNALS:
    void agreed();

private:
    static QCoro::Task<> pauseAndClose(QPointer<Closing> self, DeskPort &port, int number);
    [[nodiscard]] QStringList underWay() const;
    [[nodiscard]] bool hasUnsavedSettings() const;
    [[nodiscard]] bool canPause() const;
    void ask(const QStringList &cutOff);
    [[nodiscard]] QString liveWords(const SaleSign &sale) const;
    void askWithoutPause(const QString &title, const QString &consequence);

    const DeskParts &m_parts;
    const DashboardMemory &m_memory;
    const Pulse &m_pulse;
    QWidget &m_window;
    Then m_then = Then::End;
    bool m_asking = false;
    bool m_pausing = false; ///< in order to close afterwards
    int m_pauses = 0;       ///< late answers belong to an earlier pause
};

} // namespace seonchak
