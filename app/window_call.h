// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace seonchak {

/// Lets a second start bring the first one's window to the front: a socket in the data dir, which only this
/// user can access. Create it only while the data dir is held. Lives on the GUI thread. If no socket can be
/// created (the path is too long, the disk is full), a second start finds no window.
class WindowCall : public QObject
{
    Q_OBJECT
public:
    explicit WindowCall(const QString &dataDir);

    /// Asks the window that uses this data dir to come to the front, and waits up to two seconds for its
    /// confirmation. Returns false if there is no such window, or it does not answer.
    static bool callOther(const QString &dataDir);

Q_SIGNALS:
    /// `token`: the second start's right to raise a window, from the desktop (xdg-activation); often empty.
    void called(const QByteArray &token);

private:
    void answer();

    QLocalServer m_server;
};

} // namespace seonchak
