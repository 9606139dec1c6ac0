// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_desk.h"

#include "ui/lab/lab_page.h"
#include "ui/lab/race_page.h"
#include "ui/lab/reports_page.h"
#include "ui/parts/action_button.h"

#include <QButtonGroup>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace seonchak {

LabDesk::LabDesk(Lab &lab, const PageContext &context, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("labDesk"));
    auto *rooms = new QStackedLayout;
    auto *group = new QButtonGroup(this);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 12, 16, 0);
    bar->setSpacing(6);
    const auto add = [&](const char *name, const QString &text, const QString &help, QWidget *room) {
        auto *button =
            new ActionButton(QLatin1String(name), text, {}, help, ActionButton::Weight::Quiet, this);
        button->setCheckable(true);
        button->setChecked(rooms->count() == 0);
        button->setAccessibleName(text);
        group->addButton(button, rooms->count());
        bar->addWidget(button);
        rooms->addWidget(room);
    };
    add("labExperiment", tr("Experiment"), tr("The strategies side by side under load"),
        new LabPage(lab, context, this));
    add("labReports", tr("Reports"), tr("Earlier comparisons: open, check and compare them"),
        new ReportsPage(lab, context, this));
    add("labRace", tr("Race replay"), tr("Two requests against each other, step by step"),
        new RacePage(lab.race, lab.places.serverProgram, context, this));
    bar->addStretch(1);
    connect(group, &QButtonGroup::idClicked, rooms, &QStackedLayout::setCurrentIndex);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(rooms, 1);
}

} // namespace seonchak
