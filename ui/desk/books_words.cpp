// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/books_words.h"

#include "core/database/engine/still_trouble.h"
#include "core/dossier/trouble.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/reason_words.h"

#include <QDir>

#include <array>

namespace seonchak {

namespace {

constexpr const char *booksContext = "seonchak::BooksWords";

/// What is more exact stands above.
constexpr std::array booksReasons{
    ReasonWords::Row{
        dossier::folderIsFile,
        QT_TRANSLATE_NOOP("seonchak::BooksWords", "%1 is a file: name a new or an empty folder.")},
    ReasonWords::Row{dossier::folderNotEmpty,
                     QT_TRANSLATE_NOOP("seonchak::BooksWords",
                                       "%1 exists and is not empty: name a new or an empty folder.")},
    ReasonWords::Row{
        dossier::cannotMakeFolder,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "The folder %1 cannot be made: name one in a place that you may write to.")},
    ReasonWords::Row{
        dossier::diskFull,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "The disk of %1 is full: make room, or name a folder on another one.")},
    ReasonWords::Row{
        dossier::folderGone,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "Files in %1 were taken away while it was written. Close the books again.")},
    ReasonWords::Row{
        dossier::cannotWrite,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "%1 cannot be written: it takes no more, or was taken away meanwhile.")},
    ReasonWords::Row{
        dossier::keyIsThere,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "%1.mapping-key is there already, perhaps as the key of another dossier: "
                          "move it away, or name another folder.")},
    ReasonWords::Row{dossier::another,
                     QT_TRANSLATE_NOOP("seonchak::BooksWords", "Another dossier is being written just now.")},
    ReasonWords::Row{
        stillbook::inUse,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "A server began to write to the book while it was read. Close the books "
                          "again.")},
    ReasonWords::Row{
        stillbook::newer,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "A newer program wrote this book. Use the program that the sale ran on, or "
                          "a newer one.")},
    ReasonWords::Row{stillbook::noBook,
                     QT_TRANSLATE_NOOP("seonchak::BooksWords", "The database holds no book of Seonchak.")},
    ReasonWords::Row{
        stillbook::noRoom,
        QT_TRANSLATE_NOOP("seonchak::BooksWords",
                          "The book has to be copied to be read, and cannot be: is there room in the "
                          "folder for temporary files?")},
    ReasonWords::Row{dossier::noDatabase,
                     QT_TRANSLATE_NOOP("seonchak::BooksWords", "The database of the sale is not there.")},
};

} // namespace

QString BooksWords::reason(const Error &error, const QString &folder)
{
    return ReasonWords::told(error, booksReasons, booksContext, QDir::toNativeSeparators(folder));
}

QString BooksWords::fault(const QString &found)
{
    //: The language of this window, as its code: "ko" in the Korean file.
    return tr("en") == QLatin1String("en") ? found : ReachWords::told(found);
}

} // namespace seonchak
