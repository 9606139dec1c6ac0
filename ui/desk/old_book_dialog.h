// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/plain_dialog.h"

#include <QPointer>

#include <qcoro/qcorotask.h>

class QListWidget;

namespace seonchak {

class ActionButton;
class Asker;
class BooksPort;
class ToneLabel;

/// *Open an old book*: one of those beside the current book, or any file. Parts: `oldBookList`,
/// `oldBookLine`, `oldBookFile`, `oldBookLeave`, `oldBookOpen`.
class OldBookDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// Both must outlive it; without books only a file can be chosen.
    OldBookDialog(BooksPort *books, Asker &asker, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A name or a path.
    void chosen(const QString &book);

private:
    static QCoro::Task<> look(QPointer<OldBookDialog> self, BooksPort &books);
    void layOut();
    QWidget *buttons();
    void list(const Result<QStringList> &names);
    void choose(const QString &book);
    void openMarked();
    void chooseFile();

    Asker &m_asker;
    QListWidget *m_list;
    ToneLabel *m_line;
    ActionButton *m_open = nullptr;
};

} // namespace seonchak
