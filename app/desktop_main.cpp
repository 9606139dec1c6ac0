// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop_settings.h"
#include "app/program.h"
#include "app/secret_store.h"
#include "app/signals.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/looks.h"
#include "ui/lab/lab.h"
#include "ui/parts/asker.h"
#include "ui/port/sale_port.h"

#include <QApplication>
#include <QStyleFactory>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace {

/// The options need no display, and their mistakes are told without one.
std::expected<seonchak::ReadOptions, int> readOptions(int &argc, char *argv[])
{
    const QCoreApplication withoutDisplay(argc, argv);
    return seonchak::optionsOrExit(QStringLiteral("seonchak"), seonchak::askKeychain);
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

int show(QApplication &application, const seonchak::ReadOptions &options, seonchak::Supervisor supervisor)
{
    const auto program = seonchak::Program::start(options.settings, std::move(supervisor));
    if (!program)
        return program.error();
    seonchak::Looks looks(seonchak::Looks::usualFile());
    const seonchak::SystemClock clock;
    seonchak::DialogAsker asker;
    seonchak::SalePort port((*program)->sale(), (*program)->url());
    seonchak::Keychain keychain;
    seonchak::DesktopSettings settings(options, keychain);
    seonchak::Lab lab(seonchak::lab::runExperiment,
                      {QCoreApplication::applicationDirPath() + QStringLiteral("/seonchakd"),
                       options.settings.sale.dataDir + QStringLiteral("/lab")});
    const seonchak::DeskParts parts{port, clock, asker, looks, &settings, &lab};
    auto window = std::make_unique<seonchak::DeskWindow>(parts);
    QObject::connect(window.get(), &seonchak::DeskWindow::closeAsked, [&lab] { lab.cancel(); });
    QObject::connect(window.get(), &seonchak::DeskWindow::closeAsked, program->get(),
                     &seonchak::Program::stop);
    window->show();
    const int code = application.exec();
    window.reset(); // At once: what the lab has under way ends behind it.
    lab.end();
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    seonchak::openStandardDescriptors();
    auto supervisor = seonchak::Supervisor::take();
    QCoreApplication::setApplicationName(QStringLiteral("seonchak"));
    const auto options = readOptions(argc, argv);
    if (!options)
        return options.error();
    const auto logging = qInstallMessageHandler(endWithoutDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(logging);
    QGuiApplication::setDesktopFileName(QStringLiteral("seonchak"));
    QGuiApplication::setQuitOnLastWindowClosed(false); // The program drains first, then ends itself.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return show(application, *options, std::move(supervisor));
}
