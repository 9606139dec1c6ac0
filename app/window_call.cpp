// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_call.h"

#include <QLocalSocket>

namespace seonchak {

namespace {
constexpr int mostWaitMs = 2000;
constexpr qsizetype longestToken = 512;
const QByteArray granted = "coming\n";

QString socketOf(const QString &dataDir)
{
    return dataDir + QStringLiteral("/window.sock");
}
} // namespace

WindowCall::WindowCall(const QString &dataDir)
{
    QLocalServer::removeServer(socketOf(dataDir)); // left by a window that was killed
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &WindowCall::answer);
    if (!m_server.listen(socketOf(dataDir)))
        qInfo("a second start will not find this window: %s", qUtf8Printable(m_server.errorString()));
}

void WindowCall::answer()
{
    while (auto *caller = m_server.nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        const auto read = [this, caller] {
            if (!caller->canReadLine()) {
                if (caller->bytesAvailable() > longestToken)
                    caller->abort();
                return;
            }
            const QByteArray token = caller->readLine().trimmed();
            caller->write(granted);
            caller->disconnectFromServer();
            Q_EMIT called(token);
        };
        connect(caller, &QLocalSocket::readyRead, this, read);
        read();
    }
}

bool WindowCall::callOther(const QString &dataDir)
{
    QLocalSocket socket;
    socket.connectToServer(socketOf(dataDir));
    if (!socket.waitForConnected(mostWaitMs))
        return false;
    socket.write(qgetenv("XDG_ACTIVATION_TOKEN").left(longestToken) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(mostWaitMs))
            return false;
    }
    return socket.readLine() == granted;
}

} // namespace seonchak
