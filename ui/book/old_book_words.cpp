// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/old_book_words.h"

#include "core/database/engine/still_trouble.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/reason_words.h"

#include <array>

namespace seonchak {

namespace {

constexpr const char *bookContext = "seonchak::OldBookWords";

constexpr std::array bookReasons{
    ReasonWords::Row{
        stillbook::inUse,
        QT_TRANSLATE_NOOP("seonchak::OldBookWords",
                          "%1 is the book of a sale that runs, or was cut off: files that end with -wal "
                          "and -shm are beside it. Open its own window instead. Where no server runs on "
                          "it any more, copy it with the -wal file, without the -shm file, into another "
                          "folder, and open the copy.")},
    ReasonWords::Row{
        stillbook::newer,
        QT_TRANSLATE_NOOP("seonchak::OldBookWords",
                          "A newer program wrote %1. Open it with that program, or a newer one.")},
    ReasonWords::Row{
        stillbook::noBook,
        QT_TRANSLATE_NOOP("seonchak::OldBookWords", "%1 is no book of Seonchak, or its file is damaged.")},
    ReasonWords::Row{
        stillbook::noRoom,
        QT_TRANSLATE_NOOP("seonchak::OldBookWords",
                          "%1 has to be copied to be shown, and cannot be: is there room in the folder "
                          "for temporary files?")},
};

} // namespace

QString OldBookWords::title()
{
    return tr("The old book cannot be opened");
}

QString OldBookWords::reason(const Error &error, const QString &place)
{
    if (error.trouble == Trouble::NotFound)
        return tr("There is no old book %1.").arg(place);
    const QString words = ReasonWords::known(error, bookReasons, bookContext, place);
    if (!words.isEmpty())
        return words;
    return tr("%1 cannot be read. It says: %2").arg(place, ReachWords::because(error.detail));
}

QString OldBookWords::leave()
{
    return tr("Close");
}

} // namespace seonchak
