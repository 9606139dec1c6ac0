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

/// Reports our state to a service manager: ready, ending, the state as text, and heartbeats as long as every
/// event loop answers. Does nothing without a service manager. Lives on the main thread, whose loop it uses.
class ServiceNotifier : public QObject
{
    Q_OBJECT
public:
    using State = std::function<QString()>;

    explicit ServiceNotifier(Supervisor supervisor);

    /// From now on reports each change of the state, and during the start that it is still starting.
    void begin(State state);
    /// The program serves. From now on heartbeats require answers of all `loops`.
    void ready(std::vector<PostToLoop> loops);
    void stopping();
    /// Reports why it cannot start.
    void failed(const QString &why);

private:
    void look();
    void beat();
    void tell(const QByteArray &lines);

    const Supervisor m_supervisor;
    State m_state;
    QByteArray m_told;   ///< the last reported state
    QByteArray m_unsent; ///< data that did not fit into the socket
    std::optional<Heartbeat> m_heartbeat;
    QTimer m_look;
    QTimer m_beat;
    bool m_starting = true;
};

} // namespace seonchak
