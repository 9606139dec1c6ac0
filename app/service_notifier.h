// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/heartbeat.h"
#include "app/supervisor.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace seonchak {

/// Tells a service manager how it stands with us: ready, ending, the state in words, and signs of life for as
/// long as every event loop answers. It does nothing where nobody asked. Lives on the main thread, whose loop
/// it belongs to.
class ServiceNotifier : public QObject
{
    Q_OBJECT
public:
    using State = std::function<QString()>;

    explicit ServiceNotifier(Supervisor supervisor);

    /// From here on the state is told whenever it reads differently, and while the start takes, that it still
    /// does.
    void begin(State state);
    /// It serves. Signs of life need an answer of all `loops` from here on.
    void ready(std::vector<PostToLoop> loops);
    void stopping();
    /// Why it cannot start, for those who ask the service manager.
    void failed(const QString &why);

private:
    void look();
    void beat();
    void tell(const QByteArray &lines);

    const Supervisor m_supervisor;
    State m_state;
    QByteArray m_told;   ///< the state as it was told last
    QByteArray m_unsent; ///< what the socket had no room for
    std::optional<Heartbeat> m_heartbeat;
    QTimer m_look;
    QTimer m_beat;
    bool m_starting = true;
};

} // namespace seonchak
