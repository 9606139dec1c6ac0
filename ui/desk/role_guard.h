// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/attachment.h"

#include <QHash>
#include <QObject>

class QWidget;

namespace seonchak {

class DeskPort;

/// Disables what the attached user's role does not permit, and says why. The pages do not know about roles:
/// they enable their buttons, and this disables them again.
class RoleGuard : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it; the view owns it.
    RoleGuard(const DeskPort &port, QWidget &view);
    /// Call it with each reading, because pages are created when they are first opened.
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
