// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/file_drop.h"

#include "ui/parts/words.h"

#include <QApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QWidget>

namespace seonchak {

FileDrop::FileDrop(QWidget *target)
    : QObject(target)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    const bool enters = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!enters && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // The other two are derived from it.
    if (!drop->mimeData()->hasUrls() || QApplication::activeModalWidget()) {
        drop->ignore();
        return true;
    }
    // Never moved: the file stays in its folder, whatever the desktop proposes.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (!enters)
        Q_EMIT dropped(drop->mimeData()->urls());
    return true;
}

std::expected<QString, QString> FileDrop::oneFile(const QList<QUrl> &urls)
{
    if (urls.size() != 1)
        return std::unexpected(
            tr("%1 files were dropped. Drop one CSV file at a time.").arg(Words::number(urls.size())));
    const QString path = urls.front().toLocalFile();
    if (path.isEmpty())
        return std::unexpected(tr("What was dropped is no file of this computer. Save it here first."));
    const QFileInfo file(path);
    if (file.isDir())
        return std::unexpected(tr("%1 is a folder. Drop the CSV file itself.").arg(file.fileName()));
    if (!file.isFile() || !file.isReadable())
        return std::unexpected(
            tr("%1 cannot be read. Is it still there, and may you read it?").arg(file.fileName()));
    return path;
}

} // namespace seonchak
