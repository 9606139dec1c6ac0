// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exit_status.h"
#include "app/lab/lab_command.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "app/version.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    seonchak::openStandardDescriptors();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("seonchak"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(seonchak::version()));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1String("lab"))
        return seonchak::runLab(arguments.mid(1));
    if (arguments.value(0) == QLatin1String("verify"))
        return seonchak::runVerifyReport(arguments.mid(1));
    seonchak::tell(QStringLiteral("Usage: seonchakd lab …, seonchakd verify DIR"));
    return seonchak::ExitUsage;
}
