// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/action_button.h"

namespace seonchak {

/// Shows the folder of a file that was just written, in the desktop's file manager. Hidden if there is no
/// such file.
class FolderButton : public ActionButton
{
    Q_OBJECT
public:
    explicit FolderButton(const QString &name, QWidget *parent = nullptr);
    /// An empty path hides the button.
    void offer(const QString &file);

Q_SIGNALS:
    /// There is no file manager, or it fails: the sentence has the file's path.
    void failed(const QString &sentence);

private:
    void openFolder();

    QString m_file;
};

} // namespace seonchak
