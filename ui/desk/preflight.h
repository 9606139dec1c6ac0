// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/coupon/coupon.h"
#include "core/doctor/preflight_moments.h"
#include "ui/desk/notifier.h"
#include "ui/parts/theme.h"
#include "ui/port/opening_guard.h"
#include "ui/port/settings_port.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace seonchak {

class DeskPort;
struct Reading;

/// The doctor's examination of the surroundings before the real sale opens: requested by the action that
/// opens it, and automatic ten minutes and one minute before a planned opening. Each is recorded in the audit
/// trail, and so is a decision to continue despite a fault. Outlives the view.
class Preflight : public QObject, public OpeningGuard
{
    Q_OBJECT
public:
    /// All must outlive it. Without settings the server is remote and examines itself; if it cannot, nothing
    /// is asked.
    Preflight(DeskPort &port, SettingsPort *settings, const Clock &clock, QObject *parent = nullptr);

    using Answer = Result<SettingsPort::Checks>;
    void ask(QWidget *parent, const QString &act, std::function<void()> go,
             std::function<void()> stay) override;
    /// Starts the examinations before a planned opening.
    void follow(const Reading &reading);

    /// Runs the doctor for a dialog. `found` and `ended` are called on the GUI thread while `whose` exists.
    void examine(QObject *whose, const QString &act, SettingsPort::Found found,
                 std::function<void(const Answer &)> ended);
    /// Records that a person continues despite the findings.
    void noteOverridden(const QString &act, const Answer &answer);

    /// About the last examination before this opening: "Examined at 09:50: …"; empty if there was none.
    [[nodiscard]] QString line() const;
    [[nodiscard]] theme::Tone tone() const;

Q_SIGNALS:
    /// line() has changed.
    void changed();
    /// Something to notify outside of the window.
    void noticed(const seonchak::Notice &notice);

private:
    struct Look
    {
        WallMs at = 0;
        Answer answer;
    };
    static QCoro::Task<> run(QPointer<Preflight> self, QPointer<QObject> whose, QString act,
                             SettingsPort::Found found, std::function<void(const Answer &)> ended);
    static QCoro::Task<Answer> look(QPointer<Preflight> self, SettingsPort::Found found);
    [[nodiscard]] bool canExamine() const;
    void examineBefore(int minutes);
    void keep(const Answer &answer);
    void record(const QString &act, const QString &result);

    DeskPort &m_port;
    SettingsPort *m_settings;
    const Clock &m_clock;
    doctor::PreflightMoments m_moments;
    std::optional<Look> m_last;
};

} // namespace seonchak
