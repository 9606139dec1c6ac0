// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tray_notifier.h"

#include <QApplication>
#include <QIcon>
#include <QSystemTrayIcon>
#include <QWidget>

namespace seonchak {

TrayNotifier::TrayNotifier(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(window.windowIcon(), this);
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayNotifier::windowAsked);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT windowAsked();
    });
    m_icon->show();
}

void TrayNotifier::tell(const Notice &notice)
{
    QApplication::alert(&m_window); // Does nothing while the window is the active one.
    if (m_icon && QSystemTrayIcon::supportsMessages())
        m_icon->showMessage(notice.title, notice.text,
                            notice.weight == Notice::Weight::Urgent ? QSystemTrayIcon::Warning
                                                                    : QSystemTrayIcon::Information);
}

void TrayNotifier::setState(const QString &state)
{
    if (m_icon)
        m_icon->setToolTip(state);
}

} // namespace seonchak
