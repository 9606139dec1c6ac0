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

/// The doctor's look at the surroundings before the real sale opens: asked for by whoever opens it, and by
/// itself ten minutes and one minute before a planned opening. Each has an entry in the audit trail, and so
/// has a decision to go on in spite of a fault. Outlives the view.
class Preflight : public QObject, public OpeningGuard
{
    Q_OBJECT
public:
    /// All of them outlive it. No settings: the server is elsewhere, and examines itself; where it cannot,
    /// nothing is asked.
    Preflight(DeskPort &port, SettingsPort *settings, const Clock &clock, QObject *parent = nullptr);

    using Answer = Result<SettingsPort::Checks>;
    void ask(QWidget *parent, const QString &act, std::function<void()> go,
             std::function<void()> stay) override;
    /// Starts the looks before a planned opening.
    void follow(const Reading &reading);

    /// Has the doctor look, for a dialog. `found` and `ended` are called on the GUI thread while `whose`
    /// lives.
    void examine(QObject *whose, const QString &act, SettingsPort::Found found,
                 std::function<void(const Answer &)> ended);
    /// Somebody goes on all the same.
    void noteOverridden(const QString &act, const Answer &answer);

    /// Of the last look before this opening: "Examined at 09:50: …"; empty where there was none.
    [[nodiscard]] QString line() const;
    [[nodiscard]] theme::Tone tone() const;

Q_SIGNALS:
    /// line() has changed.
    void changed();
    /// What is worth telling outside of the window.
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
