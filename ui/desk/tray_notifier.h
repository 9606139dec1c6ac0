// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/notifier.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace seonchak {

/// An icon in the desktop's tray, and its notifications. Where the desktop has no tray, the window asks for
/// attention in the task bar. Closing the window ends the program all the same.
class TrayNotifier final : public QObject, public Notifier
{
    Q_OBJECT
public:
    /// The window owns it.
    explicit TrayNotifier(QWidget &window);
    void tell(const Notice &notice) override;
    void setState(const QString &state) override;

Q_SIGNALS:
    /// A person chose the icon or a notification.
    void windowAsked();

private:
    QWidget &m_window;
    QSystemTrayIcon *m_icon = nullptr; ///< none: there is no tray
};

} // namespace seonchak
