// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attach_other.h"
#include "app/attach_tokens.h"
#include "app/attached_window.h"
#include "app/desktop_books.h"
#include "app/hosted_desks.h"
#include "app/libraries.h"
#include "app/log.h"
#include "app/new_sale_turn.h"
#include "app/old_book_window.h"
#include "app/options/desktop_settings.h"
#include "app/options/keychain.h"
#include "app/program.h"
#include "app/restart.h"
#include "app/signals.h"
#include "app/used_libraries.h"
#include "app/version.h"
#include "app/window_call.h"
#include "core/async/work_pool.h"
#include "server/transport/reserved_port.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/first_run_dialog.h"
#include "ui/desk/looks.h"
#include "ui/desk/start_problem_dialog.h"
#include "ui/lab/lab.h"
#include "ui/parts/asker.h"
#include "ui/parts/desk_style.h"
#include "ui/port/sale_port.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace {

using seonchak::StartFailure;

constexpr int mostPortsTried = 100;
constexpr std::chrono::milliseconds longestWithoutWindow{700};

/// Reading the options needs no display, and their errors are reported without one.
std::expected<seonchak::ReadOptions, StartFailure> readOptions(int &argc, char *argv[])
{
    const QCoreApplication withoutDisplay(argc, argv);
    return seonchak::optionsOrExit(QStringLiteral("seonchak"), seonchak::askKeychain);
}

/// Qt aborts if it finds no display. Nothing has been started yet, so the process may just end.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg) {
        std::fputs(
            "seonchak: there is no display to show the window on. Start it in a desktop session, or start "
            "seonchakd: the same server without a window.\n",
            stderr);
        std::_Exit(seonchak::ExitService);
    }
    const bool aboutDisplay = context.category && std::strncmp(context.category, "qt.qpa", 6) == 0;
    if (!aboutDisplay)
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
}

/// The errors in the options are already on standard error.
void endAfterMistakes(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type == QtFatalMsg)
        std::_Exit(seonchak::ExitUsage);
}

void setUp(QApplication &)
{
    QGuiApplication::setDesktopFileName(QStringLiteral("seonchak"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // The program drains first, then ends itself.
    QApplication::setStyle(new seonchak::DeskStyle);
}

/// The next free port above; 0: none nearby.
quint16 freePortAbove(const seonchak::ServerOptions &server)
{
    for (int port = server.port + 1; port <= std::min(server.port + mostPortsTried, 65535); ++port) {
        if (seonchak::http::ReservedPort::take(server.host, static_cast<quint16>(port)))
            return static_cast<quint16>(port);
    }
    return 0;
}

/// Shows on the screen why there is no window. Returns true to start with the other port.
bool tell(const StartFailure &failure, quint16 otherPort = 0)
{
    // There the dialog would be invisible, and could not be closed.
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return false;
    seonchak::StartProblemDialog dialog({failure.obstacle, failure.sentences, failure.place, otherPort});
    return dialog.exec() == QDialog::Accepted;
}

int tellMistakes(int &argc, char *argv[], const StartFailure &failure)
{
    const bool hasDesktop =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (failure.sentences.isEmpty() || !hasDesktop)
        return failure.code;
    qInstallMessageHandler(endAfterMistakes);
    QApplication application(argc, argv);
    setUp(application);
    const seonchak::Looks looks(seonchak::Looks::usualFile());
    tell(failure);
    return failure.code;
}

/// Where a package installs the guide, and where a build creates it.
QStringList guideFolders()
{
    const QString programs = QCoreApplication::applicationDirPath();
    return {programs + QStringLiteral("/../../share/doc/seonchak/html"),
            programs + QStringLiteral("/../share/doc/seonchak/html"),
            programs + QStringLiteral("/../installers/html")};
}

/// The program was never started before, and nothing is configured: no option, no file, and a screen exists.
bool isVeryFirstStart(seonchak::Looks &looks)
{
    const QString platform = QGuiApplication::platformName();
    const bool isSeen = platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
    const bool isBare = QCoreApplication::arguments().size() == 1;
    return looks.isFirstStart() && isSeen && isBare;
}

/// The sale serves meanwhile: a start must not wait for an answer.
void askWhereTheSaleIs(seonchak::Looks &looks, seonchak::TokenSafe &tokens, seonchak::DeskWindow &window,
                       seonchak::Program &program)
{
    auto *dialog = new seonchak::FirstRunDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &seonchak::FirstRunDialog::attachChosen, &window,
                     [&] { seonchak::attachOther(looks, tokens, &window, [&program] { program.stop(); }); });
    dialog->open();
}

struct Ended
{
    int code = 0;
    bool startAgain = false;
    QString newSale = {}; ///< the old book's future name, applied before the restart
};

/// What runs beside the sale is cut short when the window is closed.
void endWithWindow(seonchak::DeskWindow &window, seonchak::Lab &lab, seonchak::DesktopSettings &settings,
                   seonchak::DesktopBooks &books)
{
    QObject::connect(&window, &seonchak::DeskWindow::closeAsked, [&lab, &settings, &books] {
        lab.cancel();
        books.stop();
        settings.stopExamining();
        settings.stopPreflight();
    });
}

/// The window appears once the program serves, and asks it to stop.
void tie(seonchak::DeskWindow &window, seonchak::Program &program)
{
    QObject::connect(&window, &seonchak::DeskWindow::closeAsked, &program, &seonchak::Program::stop);
    // Most start failures are found immediately: avoid showing a window that vanishes again.
    QObject::connect(&program, &seonchak::Program::serving, &window, &QWidget::show);
    QTimer::singleShot(longestWithoutWindow, &window, &QWidget::show);
}

/// Runs the window until the program has ended in order, or has failed before serving.
std::expected<Ended, StartFailure> show(seonchak::Looks &looks, const seonchak::ReadOptions &options,
                                        const seonchak::Supervisor &supervisor)
{
    const auto program = seonchak::Program::start(options.settings, supervisor);
    if (!program)
        return std::unexpected(program.error());
    const seonchak::SystemClock clock;
    seonchak::WorkPool files; // must outlive the window's pending work
    seonchak::DialogAsker asker(
        {[&looks] { return looks.folder(); }, [&looks](const QString &folder) { looks.keepFolder(folder); }});
    const QString person = seonchak::RunTrail::person();
    seonchak::HostedDesks company((*program)->desks(), person);
    seonchak::SalePort port((*program)->sale(), (*program)->url(),
                            {QStringLiteral("desk (%1)").arg(person), person}, &company);
    seonchak::Keychain keychain;
    seonchak::DesktopSettings settings(options, keychain);
    settings.saved = [](const seonchak::Settings &now) { seonchak::changeLog(now.logLevel, now.logFormat); };
    seonchak::DesktopBooks books(options);
    seonchak::Lab lab(seonchak::lab::runExperiment,
                      {QCoreApplication::applicationDirPath() + QStringLiteral("/seonchakd"),
                       options.settings.sale.dataDir + QStringLiteral("/lab")});
    seonchak::DeskParts parts{port,      clock, asker,          looks,   files,
                              &settings, &lab,  guideFolders(), nullptr, seonchak::usedLibraries};
    parts.books = &books;
    parts.openBook = seonchak::openOldBook;
    seonchak::AttachTokens tokens(keychain, looks);
    parts.attach = [&looks, &tokens](QWidget *over) { seonchak::attachOther(looks, tokens, over); };
    auto window = std::make_unique<seonchak::DeskWindow>(parts);
    const seonchak::WindowCall call(options.settings.sale.dataDir);
    QObject::connect(&call, &seonchak::WindowCall::called, window.get(), &seonchak::DeskWindow::comeToFront);
    endWithWindow(*window, lab, settings, books);
    tie(*window, **program);
    if (isVeryFirstStart(looks))
        QObject::connect(program->get(), &seonchak::Program::serving, window.get(),
                         [&] { askWhereTheSaleIs(looks, tokens, *window, **program); });
    const int code = QApplication::exec();
    const QString newSale = window->newSale();
    const bool startAgain = window->isToRestart() || !newSale.isEmpty();
    window.reset(); // now: the lab's pending work ends with it
    lab.end();
    if (const auto &failure = (*program)->failure())
        return std::unexpected(*failure);
    return Ended{code, startAgain, newSale};
}

/// The same, and shows on the screen why the window cannot open.
Ended run(seonchak::ReadOptions options, const seonchak::Supervisor &supervisor)
{
    seonchak::Looks looks(seonchak::Looks::usualFile());
    if (options.settings.attach)
        return {seonchak::runAttached(looks, options, guideFolders())};
    if (options.settings.book)
        return {seonchak::runOldBook(looks, options, guideFolders())};
    for (;;) {
        const auto ended = show(looks, options, supervisor);
        if (ended && !ended->newSale.isEmpty() && !seonchak::Signals::haveAsked())
            seonchak::turnToNewSale(options.settings, ended->newSale);
        if (ended)
            return *ended;
        const StartFailure &failure = ended.error();
        if (failure.obstacle == seonchak::Obstacle::DataDirInUse &&
            seonchak::WindowCall::callOther(failure.place))
            return {failure.code};
        const bool mayMove = failure.obstacle == seonchak::Obstacle::PortInUse;
        const quint16 other = mayMove ? freePortAbove(options.settings.server) : quint16(0);
        if (!tell(failure, other))
            return {failure.code};
        options.settings.server.port = other;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const seonchak::Restart again(argv);
    seonchak::setUpLibraries();
    seonchak::openStandardDescriptors();
    const auto supervisor = seonchak::Supervisor::take();
    QCoreApplication::setApplicationName(QStringLiteral("seonchak"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(seonchak::version()));
    auto options = readOptions(argc, argv);
    if (!options)
        return tellMistakes(argc, argv, options.error());
    const auto logging = qInstallMessageHandler(endWithoutDisplay);
    Ended ended;
    {
        QApplication application(argc, argv);
        qInstallMessageHandler(logging);
        setUp(application);
        ended = run(std::move(*options), supervisor);
    }
    return ended.startAgain && !seonchak::Signals::haveAsked() ? again.start() : ended.code;
}
