// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/partner/partner_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A partner for tests: see partner_server.h"));
    const QCommandLineOption port(QStringLiteral("port"), QStringLiteral("0: any free one"),
                                  QStringLiteral("N"), QStringLiteral("0"));
    parser.addOption(port);
    parser.addHelpOption();
    parser.process(app);

    seonchak::PartnerServer server;
    if (!server.listen(parser.value(port).toUShort())) {
        std::fputs("partner_server: the port is taken\n", stderr);
        return 3;
    }
    std::printf("READY {\"url\":\"%s\"}\n", server.url().toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
