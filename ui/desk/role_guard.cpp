// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/role_guard.h"

#include "ui/parts/tone_label.h"
#include "ui/port/desk_port.h"

#include <QEvent>
#include <QWidget>

namespace seonchak {

namespace {

struct Guarded
{
    const char *name;
    DeskAct act;
    const char *needs = nullptr; ///< of the server; null: what every version has
};

/// By the names of the widgets, whichever page they are on.
constexpr Guarded guarded[] = {
    {"generateButton", DeskAct::Operate},
    {"generateMenuButton", DeskAct::Operate},
    {"pushButton", DeskAct::Operate},
    {"pauseButton", DeskAct::Operate, "pause"},
    {"voidButton", DeskAct::Administer, "void"},
    {"couponsAdd", DeskAct::Operate},
    {"couponsImport", DeskAct::Operate, "existing"},
    {"couponsEdit", DeskAct::Operate},
    {"couponsVoid", DeskAct::Administer, "void-chosen"},
    {"doubtAsk", DeskAct::Operate, "doubts"},
    {"doubtIssued", DeskAct::Operate, "doubts"},
    {"doubtRestore", DeskAct::Operate, "doubts"},
    {"saleClock", DeskAct::Operate, "times"},
    {"cutFinish", DeskAct::Operate, "cut-acts"},
    {"cutKeep", DeskAct::Operate, "cut-acts"},
    {"cutVoid", DeskAct::Administer, "cut-acts"},
    {"foreignAdopt", DeskAct::Administer, "foreign"},
    {"foreignDiscard", DeskAct::Administer, "foreign"},
    {"webhookSend", DeskAct::Operate, "webhooks"},
};

} // namespace

RoleGuard::RoleGuard(const DeskPort &port, QWidget &view)
    : QObject(&view)
    , m_port(port)
    , m_view(view)
{
}

void RoleGuard::apply()
{
    const QString operate = m_port.barred(DeskAct::Operate);
    const QString administer = m_port.barred(DeskAct::Administer);
    for (const auto &[name, act, needs] : guarded) {
        const QString &role = act == DeskAct::Operate ? operate : administer;
        const QString why = role.isEmpty() && needs ? m_port.lacks(needs) : role;
        if (why.isEmpty())
            continue;
        for (auto *widget : m_view.findChildren<QWidget *>(QLatin1String(name)))
            bar(*widget, why);
    }
}

/// Valid as long as the widget exists: with another role the whole view is rebuilt.
void RoleGuard::bar(QWidget &widget, const QString &why)
{
    if (!m_barred.contains(&widget)) {
        widget.installEventFilter(this);
        connect(&widget, &QObject::destroyed, this, [this](QObject *gone) { m_barred.remove(gone); });
    }
    m_barred.insert(&widget, why);
    widget.setEnabled(false);
    if (widget.toolTip() != plainToolTip(why))
        widget.setToolTip(plainToolTip(why));
    widget.setAccessibleDescription(why);
}

bool RoleGuard::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !m_barred.contains(watched))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::EnabledChange && widget->isEnabled())
        widget->setEnabled(false);
    if (event->type() == QEvent::ToolTipChange && widget->toolTip() != plainToolTip(m_barred.value(watched)))
        widget->setToolTip(plainToolTip(m_barred.value(watched)));
    return QObject::eventFilter(watched, event);
}

} // namespace seonchak
