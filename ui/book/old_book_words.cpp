// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/old_book_words.h"

#include "ui/parts/reach_words.h"

namespace seonchak {

QString OldBookWords::title()
{
    return tr("The old book cannot be opened");
}

QString OldBookWords::reason(const Error &error, const QString &place)
{
    if (error.trouble == Trouble::NotFound)
        return tr("There is no old book %1.").arg(place);
    if (error.trouble == Trouble::Conflict)
        return tr("%1 is the book of a sale that runs, or was cut off. Open its own window instead.")
            .arg(place);
    if (error.trouble == Trouble::BadInput)
        return tr("%1 is no book that this program can show. It says: %2")
            .arg(place, ReachWords::because(error.detail));
    return tr("%1 cannot be read. It says: %2").arg(place, ReachWords::because(error.detail));
}

QString OldBookWords::leave()
{
    return tr("Close");
}

} // namespace seonchak
