// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/become_lab.h"
#include "app/doctor_command.h"
#include "app/dossier_command.h"
#include "app/libraries.h"
#include "app/new_sale_command.h"
#include "app/print_command.h"
#include "app/program.h"
#include "app/signals.h"
#include "app/token_command.h"
#include "app/verify_command.h"
#include "app/version.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    seonchak::setUpLibraries();
    seonchak::openStandardDescriptors();
    auto supervisor = seonchak::Supervisor::take();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("seonchak"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(seonchak::version()));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1String("lab"))
        return seonchak::becomeLab(arguments);
    if (arguments.value(0) == QLatin1String("verify"))
        return seonchak::runVerify(arguments.mid(1));
    if (arguments.value(0) == QLatin1String("doctor"))
        return seonchak::runDoctor(arguments.mid(1));
    if (arguments.value(0) == QLatin1String("dossier"))
        return seonchak::runDossier(arguments.mid(1));
    if (arguments.value(0) == QLatin1String("new-sale"))
        return seonchak::runNewSale(arguments.mid(1));
    if (arguments.value(0) == QLatin1String("token"))
        return seonchak::runToken(arguments.mid(1));
    if (arguments.value(0) == QLatin1String("print"))
        return seonchak::runPrint(arguments.mid(1));
    auto options = seonchak::optionsOrExit(QStringLiteral("seonchakd"));
    if (!options)
        return options.error().code;
    if (options->settings.attach) {
        std::fputs("seonchakd: attach is for the window seonchak; the server itself attaches to nothing\n",
                   stderr);
        return seonchak::ExitUsage;
    }
    if (options->settings.book) {
        std::fputs("seonchakd: book is for the window seonchak; the server itself shows no old book\n",
                   stderr);
        return seonchak::ExitUsage;
    }
    const auto program = seonchak::Program::start(std::move(options->settings), std::move(supervisor));
    return program ? QCoreApplication::exec() : int(program.error().code);
}
