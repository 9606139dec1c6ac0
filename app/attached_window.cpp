// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attached_window.h"

#include "app/attach_other.h"
#include "app/attach_tokens.h"
#include "app/old_book_window.h"
#include "app/options/keychain.h"
#include "app/signals.h"
#include "app/used_libraries.h"
#include "core/async/work_pool.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/lab/lab.h"
#include "ui/parts/asker.h"
#include "ui/remote/remote_desk.h"

#include <QApplication>

namespace seonchak {

int runAttached(Looks &looks, const ReadOptions &options, const QStringList &guide)
{
    const Signals handlers;
    const SystemClock clock;
    WorkPool files; // must outlive the window's pending work
    const auto lastFolder = [&looks] { return looks.folder(); };
    const auto keepFolder = [&looks](const QString &folder) { looks.keepFolder(folder); };
    DialogAsker asker({lastFolder, keepFolder});
    const DeskAddress &server = *options.settings.attach;
    const QByteArray &given = options.settings.server.adminToken;
    RemoteDesk port(server, given.isEmpty() ? AttachTokens::keptFor(server.shown, looks, askKeychain) : given,
                    clock);
    Keychain keychain;
    AttachTokens tokens(keychain, looks);
    Lab lab(lab::runExperiment, {QCoreApplication::applicationDirPath() + QStringLiteral("/seonchakd"),
                                 options.settings.sale.dataDir + QStringLiteral("/lab")});
    DeskParts parts{port, clock, asker, looks, files, nullptr, &lab, guide, nullptr, usedLibraries};
    parts.attach = [&looks, &tokens](QWidget *over) { attachOther(looks, tokens, over); };
    parts.openBook = openOldBook;
    looks.keepAttached(server.shown);
    auto window = std::make_unique<DeskWindow>(parts);
    QObject::connect(&port, &RemoteDesk::placeChanged, window.get(), &DeskWindow::followPlace);
    QObject::connect(window.get(), &DeskWindow::closeAsked, [&lab] {
        lab.cancel();
        QApplication::exit(0);
    });
    QObject::connect(&handlers, &Signals::asked, [] { QApplication::exit(0); });
    port.start();
    window->show();
    const int code = QApplication::exec();
    window.reset(); // now: the lab's pending work ends with it
    lab.end();
    return code;
}

} // namespace seonchak
