// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/plain_dialog.h"
#include "ui/parts/theme.h"
#include "ui/port/books_port.h"
#include "ui/port/page_context.h"

#include <QPointer>

class QCheckBox;
class QLineEdit;
class QProgressBar;

namespace seonchak {

class ActionButton;
class FolderButton;
class LabelledField;
class ToneLabel;

/// *Close the books*: writes the dossier of the sale into a folder, has it judged, and shows it. Parts:
/// `booksFolder`, `booksChoose`, `booksPseudonyms`, `booksProgress`, `booksLine`, `booksOpen`, `booksLeave`,
/// `booksAction`.
class BooksDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// Both must outlive it. While it works, closing the window asks first.
    BooksDialog(BooksPort &books, const PageContext &context, QWidget *parent = nullptr);
    ~BooksDialog() override;

public Q_SLOTS:
    /// Waits for running work to end.
    void reject() override;

private:
    static QCoro::Task<> run(QPointer<BooksDialog> self, BooksPort &books, DeskPort &port, QString folder,
                             bool pseudonyms);
    void layOut();
    QWidget *buttons();
    void choose();
    void press();
    void showProgress(qint64 done, qint64 total);
    void end(const Result<BooksPort::Closed> &closed);
    void tell(theme::Tone tone, const QString &sentence);
    void showState();
    [[nodiscard]] QString folder() const;

    BooksPort &m_books;
    const PageContext m_context;
    QLineEdit *m_folder;
    LabelledField *m_place;
    ActionButton *m_choose;
    QCheckBox *m_pseudonyms;
    QProgressBar *m_progress;
    ToneLabel *m_line;
    FolderButton *m_open;
    ActionButton *m_leave = nullptr;
    ActionButton *m_action = nullptr;
    bool m_atWork = false;
    bool m_stopped = false;
    bool m_leaves = false; ///< closes once the work has ended
};

} // namespace seonchak
