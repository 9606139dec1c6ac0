// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace seonchak {

/// SIGTERM and SIGINT as a Qt signal of the event loop; SIGPIPE ignored. One object per program.
class Signals : public QObject
{
    Q_OBJECT
public:
    Signals();
    ~Signals() override;

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace seonchak
