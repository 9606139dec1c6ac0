// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/old_book_dialog.h"

#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/books_port.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace seonchak {

using Weight = ActionButton::Weight;
using theme::Tone;

namespace {

constexpr int oldBookWidth = 480;
constexpr int oldBookHeight = 180;

} // namespace

OldBookDialog::OldBookDialog(BooksPort *books, Asker &asker, QWidget *parent)
    : PlainDialog(parent)
    , m_asker(asker)
    , m_list(new QListWidget(this))
    , m_line(new ToneLabel(QStringLiteral("oldBookLine"), this))
{
    setObjectName(QStringLiteral("oldBookDialog"));
    setWindowTitle(tr("Open an old book"));
    layOut();
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_open->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QListWidget::itemActivated, this, &OldBookDialog::openMarked);
    if (books)
        look(this, *books);
    else
        list(QStringList());
}

void OldBookDialog::layOut()
{
    auto *about = new ToneLabel(QStringLiteral("oldBookAbout"), this);
    about->setText(
        tr("A window of its own opens on the sale that is over. Everything can be looked up there, "
           "and nothing is changed."));
    about->setTone(Tone::Muted);
    about->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("oldBookList"));
    m_list->setAccessibleName(tr("Old books of this sale"));
    m_list->setMinimumHeight(oldBookHeight);
    m_list->setSpacing(4);
    m_line->setWordWrap(true);
    auto *layout = makeLayout();
    layout->setSpacing(12);
    layout->addStrut(oldBookWidth);
    layout->addWidget(about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_line);
    layout->addWidget(buttons());
}

QWidget *OldBookDialog::buttons()
{
    auto *row = new QWidget(this);
    auto *file = new ActionButton(QStringLiteral("oldBookFile"), tr("Another file…"), {},
                                  tr("Opens the file of an old book from anywhere"), Weight::Quiet, row);
    auto *leave = new ActionButton(QStringLiteral("oldBookLeave"), tr("Leave"), {},
                                   tr("Closes this dialog (Esc)"), Weight::Quiet, row);
    m_open = new ActionButton(QStringLiteral("oldBookOpen"), tr("Open"), {},
                              tr("Opens a window on the book that is marked"), Weight::Main, row);
    m_open->setEnabled(false);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(file);
    layout->addStretch(1);
    layout->addWidget(leave);
    layout->addWidget(m_open);
    m_open->setDefault(true);
    connect(file, &QPushButton::clicked, this, &OldBookDialog::chooseFile);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &OldBookDialog::openMarked);
    return row;
}

QCoro::Task<> OldBookDialog::look(QPointer<OldBookDialog> self, BooksPort &books)
{
    auto task = books.kept();
    const auto names = co_await task;
    if (self)
        self->list(names);
}

void OldBookDialog::list(const Result<QStringList> &names)
{
    if (!names) {
        m_line->setTone(Tone::Bad);
        m_line->setText(Words::advice(names.error()));
        return;
    }
    m_list->addItems(*names);
    m_line->setVisible(names->isEmpty());
    m_line->setTone(Tone::Muted);
    m_line->setText(tr("No old book is kept here. “Start a new sale” keeps the first one."));
}

void OldBookDialog::choose(const QString &book)
{
    accept();
    Q_EMIT chosen(book);
}

void OldBookDialog::openMarked()
{
    const auto marked = m_list->selectedItems();
    if (!marked.isEmpty())
        choose(marked.first()->text());
}

void OldBookDialog::chooseFile()
{
    m_asker.openFile(this, tr("Open an old book"), tr("Old books") + QStringLiteral(" (*.sqlite)"),
                     [self = QPointer(this)](const QString &path) {
                         if (self && !path.isEmpty())
                             self->choose(path);
                     });
}

} // namespace seonchak
