// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/folder_button.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace seonchak {

FolderButton::FolderButton(const QString &name, QWidget *parent)
    : ActionButton(name, tr("Show in folder"), {}, tr("Opens the folder that the file lies in"),
                   Weight::Quiet, parent)
{
    setVisible(false);
    connect(this, &QPushButton::clicked, this, &FolderButton::openFolder);
}

void FolderButton::offer(const QString &file)
{
    m_file = file;
    setHelp(file.isEmpty() ? QString() : QDir::toNativeSeparators(file));
    setVisible(!file.isEmpty());
}

void FolderButton::openFolder()
{
    const QString folder = QFileInfo(m_file).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT failed(tr("No file manager opened the folder. The file lies here: %1")
                          .arg(QDir::toNativeSeparators(m_file)));
}

} // namespace seonchak
