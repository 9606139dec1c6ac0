// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/asker.h"

#include "ui/parts/question_dialog.h"

#include <QFileDialog>

namespace seonchak {

namespace {

/// A child of the asking widget: where that goes, the dialog goes with it and nobody is answered.
void openFor(QFileDialog *dialog, std::function<void(const QString &)> chosen)
{
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, chosen = std::move(chosen)](int result) {
        const QStringList files = dialog->selectedFiles();
        chosen(result == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
    });
    dialog->open(); // Window-modal, and returns at once.
}

} // namespace

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
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openFor(dialog, std::move(chosen));
}

void DialogAsker::saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                           const QString &filter, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggestion);
    openFor(dialog, std::move(chosen));
}

} // namespace seonchak
