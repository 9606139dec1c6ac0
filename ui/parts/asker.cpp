// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/asker.h"

#include "ui/parts/question_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace seonchak {

namespace {

/// Words of Qt's file dialog that its own Korean texts lack.
[[maybe_unused]] constexpr struct
{
    const char *source;
    const char *comment;
} wordsOfQt[] = {
    QT_TRANSLATE_NOOP3("QAbstractFileIconProvider", "Folder", "All other platforms"),
};

} // namespace

/// The last folder, if it still exists; never the program's working directory.
QString DialogAsker::folder() const
{
    const QString last = m_folders.last ? m_folders.last() : QString();
    if (!last.isEmpty() && QFileInfo(last).isDir())
        return last;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

/// A child of the asking widget: if the widget is destroyed, so is the dialog, and nobody is answered.
void DialogAsker::openFor(QFileDialog *dialog, std::function<void(const QString &)> chosen) const
{
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog,
                     [dialog, chosen = std::move(chosen), keep = m_folders.keep](int result) {
                         const QStringList files = dialog->selectedFiles();
                         const bool any = result == QDialog::Accepted && !files.isEmpty();
                         if (any && keep)
                             keep(QFileInfo(files.first()).absolutePath());
                         chosen(any ? files.first() : QString());
                     });
    dialog->open(); // Window-modal, and returns immediately.
}

void DialogAsker::choose(QWidget *parent, const Question &question, std::function<void(Decision)> answered)
{
    auto *dialog = new QuestionDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog,
                     [dialog, answered = std::move(answered)] { answered(dialog->answer()); });
    dialog->open();
}

void DialogAsker::openFile(QWidget *parent, const QString &title, const QString &filter,
                           std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, folder(), filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFor(dialog, std::move(chosen));
}

void DialogAsker::saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                           const QString &filter, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, folder(), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog->selectFile(suggestion);
    openFor(dialog, std::move(chosen));
}

} // namespace seonchak
