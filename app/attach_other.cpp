// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attach_other.h"

#include "ui/desk/looks.h"
#include "ui/remote/attach_dialog.h"

#include <QCoreApplication>
#include <QProcess>

namespace seonchak {

void attachOther(Looks &looks, TokenSafe &safe, QWidget *parent, const std::function<void()> &opened)
{
    QStringList known = looks.attached();
    for (const QString &socket : AttachDialog::socketsFound()) {
        if (!known.contains(socket))
            known.append(socket);
    }
    auto *dialog = new AttachDialog(known, safe, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &AttachDialog::chosen, parent,
                     [&looks, opened](const QString &url, const QString &tokenFile) {
                         looks.keepAttached(url);
                         QStringList arguments{QStringLiteral("--attach"), url};
                         if (!tokenFile.isEmpty())
                             arguments << QStringLiteral("--admin-token-file") << tokenFile;
                         if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
                             qWarning("a window for %s could not be started", qUtf8Printable(url));
                         else if (opened)
                             opened();
                     });
    dialog->open();
}

} // namespace seonchak
