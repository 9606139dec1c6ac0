// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/old_book_window.h"

#include "app/desktop_books.h"
#include "app/exit_status.h"
#include "app/signals.h"
#include "app/used_libraries.h"
#include "core/async/work_pool.h"
#include "core/newsale/opened_book.h"
#include "ui/book/old_book_desk.h"
#include "ui/book/old_book_words.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/parts/asker.h"

#include <QApplication>
#include <QProcess>

#include <cstdio>

namespace seonchak {

namespace {

int refuseBook(const Error &error, const QString &place)
{
    std::fprintf(stderr, "seonchak: %s\n", qUtf8Printable(error.detail));
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return ExitUsage;
    DialogAsker asker;
    const Question told{OldBookWords::title(), OldBookWords::reason(error, place), {}, {}, false, {},
                        OldBookWords::leave()};
    QWidget nobody;
    asker.ask(&nobody, told, [](bool) { QApplication::exit(ExitUsage); });
    return QApplication::exec();
}

/// The options for an old book's dossier, as for the current sale's.
ReadOptions optionsOf(const ReadOptions &options, const newsale::OpenedBook &book)
{
    ReadOptions old = options;
    old.settings.sale.database = book.url();
    old.settings.sale.saleName = book.name();
    old.settings.sale.saleLive = false;
    return old;
}

} // namespace

int runOldBook(Looks &looks, const ReadOptions &options, const QStringList &guide)
{
    const auto book = newsale::OpenedBook::open(*options.settings.book);
    if (!book) {
        const DatabaseUrl &url = *options.settings.book;
        const bool file = url.engine == DatabaseUrl::Engine::Sqlite;
        return refuseBook(book.error(), file ? url.path : url.masked());
    }
    const Signals handlers;
    const SystemClock clock;
    WorkPool files; // must outlive the window's pending work
    const auto lastFolder = [&looks] { return looks.folder(); };
    const auto keepFolder = [&looks](const QString &folder) { looks.keepFolder(folder); };
    DialogAsker asker({lastFolder, keepFolder});
    OldBookDesk port(*book);
    DesktopBooks books(optionsOf(options, *book));
    DeskParts parts{port, clock, asker, looks, files, nullptr, nullptr, guide, nullptr, usedLibraries};
    parts.books = &books;
    parts.openBook = openOldBook;
    parts.oldBook = book->name();
    auto window = std::make_unique<DeskWindow>(parts);
    QObject::connect(window.get(), &DeskWindow::closeAsked, [&books] {
        books.stop();
        QApplication::exit(0);
    });
    QObject::connect(&handlers, &Signals::asked, [] { QApplication::exit(0); });
    window->show();
    return QApplication::exec();
}

void openOldBook(const QString &book)
{
    QStringList arguments = QCoreApplication::arguments().mid(1);
    arguments << QStringLiteral("--book") << book;
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        qWarning("a window for the old book %s could not be started", qUtf8Printable(book));
}

} // namespace seonchak
