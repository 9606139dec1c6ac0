// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/new_sale_words.h"

#include "ui/parts/reach_words.h"

namespace seonchak {

QString NewSaleWords::title()
{
    return tr("Start a new sale");
}

QString NewSaleWords::underWay(const QString &name)
{
    return tr("The old book is being kept as “%1”. The window comes back by itself.").arg(name);
}

Question NewSaleWords::failed(const Error &error)
{
    Question question;
    question.title = tr("No new sale was begun");
    question.consequence =
        tr("Nothing is lost: the sale goes on with its book, and the window comes back. It "
           "says: %1")
            .arg(ReachWords::because(error.detail));
    question.cancel = tr("Go on with this sale");
    question.destructive = false;
    return question;
}

} // namespace seonchak
