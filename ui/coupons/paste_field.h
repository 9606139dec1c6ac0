// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace seonchak {

/// Takes pasted lines, up to a limit: what would go beyond it is not taken at all, for the window would stand
/// still over it, and what is there already stays. Files that are dropped go on to the window.
class PasteField : public QPlainTextEdit
{
    Q_OBJECT
public:
    PasteField(qsizetype most, QWidget *parent = nullptr);

Q_SIGNALS:
    void refused();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    const qsizetype m_most; ///< letters
};

} // namespace seonchak
