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

/// What happens when the operator closes the window, or has it start again: it ends the server. In LIVE, or
/// while something is under way or somebody asks for coupons, it is asked first, with what would be cut off;
/// in TEST with none of these it goes at once.
class Closing : public QObject
{
    Q_OBJECT
public:
    /// The window owns it; the others outlive it.
    Closing(const DeskParts &parts, const DashboardMemory &memory, const Pulse &pulse, QWidget &window);

    enum class Then { End, Restart };

    /// Ends in agreed(), now or later, or in nothing where the operator stays. Nothing while a question
    /// stands.
    void begin(Then then = Then::End);
    /// What was agreed to.
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
    bool m_pausing = false; ///< to close after it
    int m_pauses = 0;       ///< a late answer is about an earlier one
};

} // namespace seonchak
