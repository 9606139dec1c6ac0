// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace seonchak {

/// How a second start brings the window of the first to the front: a socket in the data dir, which is this
/// user's alone. Make it only while the data dir is held. Lives on the GUI thread. Where no socket can be
/// made (the path is too long, the disk is full) a second start finds no window to call.
class WindowCall : public QObject
{
    Q_OBJECT
public:
    explicit WindowCall(const QString &dataDir);

    /// Asks the window that works with this data dir to come to the front, and waits up to two seconds for it
    /// to say that it will. False: there is no such window, or it does not answer.
    static bool callOther(const QString &dataDir);

Q_SIGNALS:
    /// `token`: the right to come to the front that the second start was given by the desktop
    /// (xdg-activation); often empty.
    void called(const QByteArray &token);

private:
    void answer();

    QLocalServer m_server;
};

} // namespace seonchak
