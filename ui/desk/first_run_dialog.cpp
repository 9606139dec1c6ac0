// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/first_run_dialog.h"

#include "ui/parts/action_button.h"
#include "ui/parts/tone_label.h"

#include <QVBoxLayout>

namespace seonchak {

namespace {

constexpr int firstRunWidth = 520;

} // namespace

FirstRunDialog::FirstRunDialog(QWidget *parent)
    : PlainDialog(parent, Ground::Desk)
{
    setObjectName(QStringLiteral("firstRunDialog"));
    setWindowTitle(tr("Where is the sale?"));
    auto *here =
        new ActionButton(QStringLiteral("firstRunHere"), tr("&Start a sale here"), {},
                         tr("Keeps this window's own sale (Enter)"), ActionButton::Weight::Main, this);
    auto *attach = new ActionButton(QStringLiteral("firstRunAttach"), tr("&Attach to a running one…"), {},
                                    tr("Asks for its address, and shows that sale in this one's place"),
                                    ActionButton::Weight::Quiet, this);
    auto *layout = makeLayout();
    layout->setSpacing(10);
    layout->addStrut(firstRunWidth);
    layout->addWidget(
        ToneLabel::wrapped("firstRunHereLine",
                           tr("A sale of your own runs in this window already, as a test on this "
                              "computer. Closing the window ends "
                              "its server."),
                           this));
    layout->addWidget(here, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(ToneLabel::wrapped(
        "firstRunAttachLine",
        tr("Where a server runs the sale, here or elsewhere, the window can show and work that one. It hosts "
           "nothing then, and closing it ends nothing. You find this again in the menu File."),
        this));
    layout->addWidget(attach, 0, Qt::AlignLeft);
    here->setDefault(true);
    here->setFocus();
    connect(here, &ActionButton::clicked, this, &QDialog::accept);
    connect(attach, &ActionButton::clicked, this, [this] {
        accept();
        Q_EMIT attachChosen();
    });
}

} // namespace seonchak
