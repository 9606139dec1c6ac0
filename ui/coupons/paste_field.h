// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace seonchak {

/// Accepts pasted lines, up to a limit: a larger paste is refused as a whole, because it would freeze the
/// window, and the existing text stays. Dropped files are passed on to the window.
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
    const qsizetype m_most; ///< characters
};

} // namespace seonchak
