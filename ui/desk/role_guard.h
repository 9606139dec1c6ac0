// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/attachment.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace seonchak {

class DeskPort;

/// Greys out what the role of whoever is attached does not allow, and says why. The pages know nothing of
/// roles: they enable their buttons as they see fit, and this takes it back.
class RoleGuard : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it; the view owns it.
    RoleGuard(const DeskPort &port, QWidget &view);
    /// With each reading: pages are made when they are first opened.
    void apply();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void bar(QWidget &widget, const QString &why);

    const DeskPort &m_port;
    QWidget &m_view;
    QHash<QObject *, QString> m_barred;
};

} // namespace seonchak
