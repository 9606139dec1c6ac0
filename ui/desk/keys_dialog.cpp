// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/keys_dialog.h"

#include "ui/parts/action_button.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seonchak {

KeysDialog::KeysDialog(const QList<KeyGroup> &groups, QWidget *parent)
    : PlainDialog(parent)
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("keysList"));
    list->setAccessibleName(windowTitle());
    list->setHeaderLabels({tr("What it does"), tr("Keys")});
    list->setRootIsDecorated(false);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const auto &group : groups) {
        auto *top = new QTreeWidgetItem(list, {group.title, {}});
        QFont bold = list->font();
        bold.setBold(true);
        top->setFont(0, bold);
        top->setFlags(Qt::ItemIsEnabled);
        for (const auto &[what, keys] : group.rows)
            new QTreeWidgetItem(top, {what, keys});
    }
    list->expandAll();
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *close =
        new ActionButton(QStringLiteral("keysClose"), tr("Close"), {}, {}, ActionButton::Weight::Main, this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(list, 1);
    layout->addLayout(buttons);
    resize(560, 560);
}

} // namespace seonchak
