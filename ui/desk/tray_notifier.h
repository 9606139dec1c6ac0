// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/notifier.h"

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace seonchak {

/// An icon in the desktop's tray, and its notifications. Without a tray the window requests attention in the
/// task bar. Closing the window still ends the program.
class TrayNotifier final : public QObject, public Notifier
{
    Q_OBJECT
public:
    /// The window owns it.
    explicit TrayNotifier(QWidget &window);
    void tell(const Notice &notice) override;
    void setState(const QString &state) override;

Q_SIGNALS:
    /// A person clicked the icon or a notification.
    void windowAsked();

private:
    QWidget &m_window;
    QSystemTrayIcon *m_icon = nullptr; ///< null: there is no tray
};

} // namespace seonchak
