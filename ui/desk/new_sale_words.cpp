// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/new_sale_words.h"

#include "core/newsale/turn_trouble.h"
#include "ui/parts/reason_words.h"

#include <array>

namespace seonchak {

namespace {

constexpr const char *turnContext = "seonchak::NewSaleWords";

/// What is more exact stands above.
constexpr std::array turnReasons{
    ReasonWords::Row{newsale::nameTaken,
                     QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                                       "There is an old book of that name already. Choose another.")},
    ReasonWords::Row{
        newsale::badName,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "That is no name for a book: letters and digits first, then also - _ and ., "
                          "and no more than 63 bytes.")},
    ReasonWords::Row{newsale::noSale, QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                                                        "There is no sale to end: there is no book.")},
    ReasonWords::Row{
        newsale::doubtsOpen,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "Coupons are in doubt, and how that ends belongs to this sale: settle them "
                          "first.")},
    ReasonWords::Row{
        newsale::reservationsOpen,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "Reservations are open, and how they end belongs to this sale: wait until "
                          "the server has settled them.")},
    ReasonWords::Row{
        newsale::voidingOpen,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "Coupons are on their way to void: wait until the server has finished that.")},
    ReasonWords::Row{
        newsale::anotherServer,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords", "Another program works on this database: end it first.")},
    ReasonWords::Row{
        newsale::redisOfAnother,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "Redis belongs to another book. Check the data folder, the database and the "
                          "key prefix.")},
    ReasonWords::Row{
        newsale::redisForeign,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "Redis holds keys that carry no mark of this book. The server asks you about "
                          "them.")},
    ReasonWords::Row{newsale::redisAway,
                     QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                                       "Redis cannot be reached, and its keys have to go first.")},
    ReasonWords::Row{
        newsale::fileTrouble,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "The folder of the old books cannot be written: is there room, and may you "
                          "write to it?")},
    ReasonWords::Row{
        newsale::newerBook,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords", "A newer program wrote this book. Use that program.")},
    ReasonWords::Row{
        newsale::dataDirInUse,
        QT_TRANSLATE_NOOP("seonchak::NewSaleWords",
                          "Another program has taken the data folder in the meantime: end it first.")},
};

} // namespace

QString NewSaleWords::title()
{
    return tr("Start a new sale");
}

QString NewSaleWords::reason(const Error &error)
{
    return ReasonWords::told(error, turnReasons, turnContext);
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
            .arg(reason(error));
    question.cancel = tr("Go on with this sale");
    question.destructive = false;
    return question;
}

} // namespace seonchak
