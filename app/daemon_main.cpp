// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("seonchak"));
    auto settings = seonchak::settingsOrExit(QStringLiteral("seonchakd"));
    if (!settings)
        return settings.error();
    const auto program = seonchak::Program::start(std::move(*settings));
    return program ? QCoreApplication::exec() : program.error();
}
