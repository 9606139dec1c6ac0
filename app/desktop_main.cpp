// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/parts/asker.h"
#include "ui/port/sale_port.h"

#include <QApplication>
#include <QStyleFactory>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

/// The options need no display, and their mistakes are told without one.
std::expected<seonchak::Settings, int> readOptions(int &argc, char *argv[])
{
    const QCoreApplication withoutDisplay(argc, argv);
    return seonchak::settingsOrExit(QStringLiteral("seonchak"));
}

/// Qt aborts where it finds no display. Nothing has been started yet, so the process may just end.
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

int show(QApplication &application, seonchak::Settings settings)
{
    const auto program = seonchak::Program::start(std::move(settings));
    if (!program)
        return program.error();
    seonchak::Looks looks(seonchak::Looks::usualFile());
    const seonchak::SystemClock clock;
    seonchak::DialogAsker asker;
    seonchak::SalePort port((*program)->sale(), (*program)->url());
    const seonchak::DeskParts parts{port, clock, asker, looks};
    seonchak::DeskWindow window(parts);
    QObject::connect(&window, &seonchak::DeskWindow::closeAsked, program->get(), &seonchak::Program::stop);
    window.show();
    return application.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("seonchak"));
    auto settings = readOptions(argc, argv);
    if (!settings)
        return settings.error();
    const auto logging = qInstallMessageHandler(endWithoutDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(logging);
    QGuiApplication::setDesktopFileName(QStringLiteral("seonchak"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // The program drains first, then ends itself.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return show(application, std::move(*settings));
}
