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
};

/// By the names of the widgets, whichever page they are on.
constexpr Guarded guarded[] = {
    {"generateButton", DeskAct::Operate},  {"generateMenuButton", DeskAct::Operate},
    {"pushButton", DeskAct::Operate},      {"pauseButton", DeskAct::Operate},
    {"voidButton", DeskAct::Administer},   {"couponsAdd", DeskAct::Operate},
    {"couponsImport", DeskAct::Operate},   {"couponsEdit", DeskAct::Operate},
    {"couponsVoid", DeskAct::Administer},  {"doubtAsk", DeskAct::Operate},
    {"doubtIssued", DeskAct::Operate},     {"doubtRestore", DeskAct::Operate},
    {"saleClock", DeskAct::Operate},       {"cutFinish", DeskAct::Operate},
    {"cutKeep", DeskAct::Operate},         {"cutVoid", DeskAct::Administer},
    {"foreignAdopt", DeskAct::Administer}, {"foreignDiscard", DeskAct::Administer},
    {"webhookSend", DeskAct::Operate},
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
    if (operate.isEmpty() && administer.isEmpty())
        return;
    for (const auto &[name, act] : guarded) {
        const QString &why = act == DeskAct::Operate ? operate : administer;
        if (why.isEmpty())
            continue;
        for (auto *widget : m_view.findChildren<QWidget *>(QLatin1String(name)))
            bar(*widget, why);
    }
}

/// For as long as the widget lives: with another role the whole view is built anew.
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
