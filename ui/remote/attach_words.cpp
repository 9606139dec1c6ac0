// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/attach_words.h"

#include <algorithm>
#include <utility>

namespace seonchak {

namespace {

constexpr std::pair<AttachTrouble, const char *> attachTitles[] = {
    {AttachTrouble::None, QT_TRANSLATE_NOOP("seonchak::AttachWords", "Connecting")},
    {AttachTrouble::NameNotFound,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "There is no server of that name")},
    {AttachTrouble::Refused, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server refuses the connection")},
    {AttachTrouble::NoSocket, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The socket is not there")},
    {AttachTrouble::SocketClosed, QT_TRANSLATE_NOOP("seonchak::AttachWords", "You may not open the socket")},
    {AttachTrouble::Unreachable, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server cannot be reached")},
    {AttachTrouble::TimedOut, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server does not answer")},
    {AttachTrouble::Certificate,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "The certificate is not trusted")},
    {AttachTrouble::NotTls, QT_TRANSLATE_NOOP("seonchak::AttachWords", "There is no HTTPS at that address")},
    {AttachTrouble::Cut, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The connection was cut off")},
    {AttachTrouble::TokenNeeded, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server wants a token")},
    {AttachTrouble::TokenWrong, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The token is wrong or revoked")},
    {AttachTrouble::RoleTooSmall,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "Your role may not look at this sale")},
    {AttachTrouble::NotLocal,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server takes its own machine alone")},
    {AttachTrouble::WrongName,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server does not allow this host name")},
    {AttachTrouble::NotSeonchak, QT_TRANSLATE_NOOP("seonchak::AttachWords", "Something else answers there")},
    {AttachTrouble::Redirected, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server sends elsewhere")},
    {AttachTrouble::NoServerBehind,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "The proxy has no server behind it")},
    {AttachTrouble::Busy, QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server has no place just now")},
    {AttachTrouble::OldServer,
     QT_TRANSLATE_NOOP("seonchak::AttachWords", "The server is too old to attach to")},
};

} // namespace

QString AttachWords::title(const AttachFailure &failure)
{
    const auto *known =
        std::ranges::find(attachTitles, failure.trouble, [](const auto &one) { return one.first; });
    return known != std::ranges::end(attachTitles) ? tr(known->second) : QString();
}

QString AttachWords::advice(const AttachFailure &failure, const QString &where)
{
    return cure(failure, where) + QLatin1Char(' ') + tr("The window tries again by itself.");
}

QString AttachWords::cure(const AttachFailure &failure, const QString &where)
{
    const QString what = wayAdvice(failure, where) + refusalAdvice(failure);
    return failure.detail.isEmpty() ? what : what + QStringLiteral(" (") + failure.detail + QLatin1Char(')');
}

QString AttachWords::wayAdvice(const AttachFailure &failure, const QString &where)
{
    switch (failure.trouble) {
    case AttachTrouble::None:
        return tr("%1 is asked.").arg(where);
    case AttachTrouble::NameNotFound:
        return tr("Check the name in %1, and that this machine is on the network.").arg(where);
    case AttachTrouble::Refused:
        return tr("Nobody listens at %1. Check that the server runs, and the port.").arg(where);
    case AttachTrouble::NoSocket:
        return tr("Check that the server runs on this machine, and the path %1.").arg(where);
    case AttachTrouble::SocketClosed:
        return tr("Members of the group seonchak may: sudo usermod -aG seonchak NAME, then log in anew.");
    case AttachTrouble::Unreachable:
    case AttachTrouble::TimedOut:
        return tr("Check the network between here and %1.").arg(where);
    case AttachTrouble::Certificate:
        return tr("Who answers cannot prove that it is %1. Add the authority to the system's, or name its "
                  "file "
                  "in SSL_CERT_FILE.")
            .arg(where);
    case AttachTrouble::NotTls:
        return tr("Check the port in %1: plain HTTP answers there, or nothing of the web.").arg(where);
    case AttachTrouble::Cut:
        return tr("The server or something in between ended it.");
    default:
        return {};
    }
}

QString AttachWords::refusalAdvice(const AttachFailure &failure)
{
    switch (failure.trouble) {
    case AttachTrouble::TokenNeeded:
        return tr("Have one made (seonchakd token add NAME --role operator), and name its file by "
                  "--admin-token-file.");
    case AttachTrouble::TokenWrong:
        return tr("Have a new one made (seonchakd token add), and put it into the file.");
    case AttachTrouble::RoleTooSmall:
        return tr("A token of a viewer, an operator or an admin may.");
    case AttachTrouble::NotLocal:
        return tr("It has no token yet. Add one there: seonchakd token add NAME --role operator.");
    case AttachTrouble::WrongName:
        return tr("Add the name to the server's --allow-host, or use one that it knows.");
    case AttachTrouble::NotSeonchak:
        return tr(
            "What came is no answer of Seonchak's. Check the path behind the host: a proxy may serve it "
            "elsewhere.");
    case AttachTrouble::Redirected:
        return tr("Attach to the address that it sends to.");
    case AttachTrouble::NoServerBehind:
        return tr("The proxy answers, and the server does not. Check that the server runs.");
    case AttachTrouble::Busy:
        return tr("It is just starting, or too many windows are attached.");
    case AttachTrouble::OldServer:
        return tr("It runs a version that knows no attached windows. Install a newer one there.");
    default:
        return {};
    }
}

QString AttachWords::notConnected()
{
    return tr("This window is not connected to its server.");
}

QString AttachWords::lacking(const QString &version)
{
    return tr("The server there runs version %1, which cannot do this. It can be done on its own machine.")
        .arg(version);
}

QString AttachWords::roleTooSmall(const QString &role, DeskAct act)
{
    return act == DeskAct::Administer
               ? tr("Only an admin may do this; you are here as %1.").arg(role)
               : tr("Only an operator or an admin may do this; you are here as %1.").arg(role);
}

} // namespace seonchak
