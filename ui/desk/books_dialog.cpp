// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/books_dialog.h"

#include "ui/desk/books_words.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/file_names.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/under_way.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QProgressBar>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace seonchak {

using Weight = ActionButton::Weight;
using theme::Tone;

namespace {

constexpr int booksWidth = 560;
constexpr int booksBarHeight = 6;
constexpr int perMille = 1000;

/// A folder that is not there yet, named as a file would be.
QString proposedFolder(const QString &sale, WallMs at)
{
    const QString name = QFileInfo(proposedName(QStringLiteral("dossier"), sale, at)).completeBaseName();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(name);
}

/// A labelled field names its lines after it.
QLineEdit *folderField(const QString &text, QWidget *parent)
{
    auto *field = new QLineEdit(text, parent);
    field->setObjectName(QStringLiteral("booksFolder"));
    return field;
}

QString recordedResult(const Result<BooksPort::Closed> &closed)
{
    if (!closed)
        return QStringLiteral("failed: ") + closed.error().detail;
    const QString sums = QStringLiteral("%1 coupons, %2 issued").arg(closed->coupons).arg(closed->issued);
    return closed->faults.isEmpty() ? QStringLiteral("done: ") + sums
                                    : QStringLiteral("failed: %1; the judge found faults").arg(sums);
}

} // namespace

BooksDialog::BooksDialog(BooksPort &books, const PageContext &context, QWidget *parent)
    : PlainDialog(parent)
    , m_books(books)
    , m_context(context)
    , m_folder(folderField(
          QDir::toNativeSeparators(proposedFolder(context.port.sale().name, context.clock.wallMs())), this))
    , m_place(new LabelledField(tr("&Folder"), m_folder, this))
    , m_choose(new ActionButton(QStringLiteral("booksChoose"), tr("Choose…"), {}, tr("Names another folder"),
                                Weight::Quiet, this))
    , m_pseudonyms(new QCheckBox(tr("Put &pseudonyms in the place of user IDs"), this))
    , m_progress(new QProgressBar(this))
    , m_line(new ToneLabel(QStringLiteral("booksLine"), this))
    , m_open(new FolderButton(QStringLiteral("booksOpen"), this))
{
    setObjectName(QStringLiteral("booksDialog"));
    setWindowTitle(tr("Close the books"));
    m_pseudonyms->setObjectName(QStringLiteral("booksPseudonyms"));
    m_pseudonyms->setToolTip(
        tr("The key that tells who is who goes into a file beside the folder. Keep it, and do "
           "not hand it on."));
    layOut();
    connect(m_folder, &QLineEdit::textChanged, this, &BooksDialog::showState);
    connect(m_choose, &QPushButton::clicked, this, &BooksDialog::choose);
    connect(m_open, &FolderButton::failed, this,
            [this](const QString &sentence) { tell(Tone::Bad, sentence); });
    showState();
}

BooksDialog::~BooksDialog()
{
    if (!m_atWork)
        return;
    m_books.stop(); // Nobody is here to read the answer.
    if (m_context.underWay)
        m_context.underWay->end(this);
}

void BooksDialog::layOut()
{
    auto *about = new ToneLabel(QStringLiteral("booksAbout"), this);
    about->setText(
        tr("Writes what remains of the sale into one folder: every coupon, every refusal, the stock, "
           "doubts, the audit trail, and a page to print. Anybody can check it later, without this "
           "program's server. The sale goes on meanwhile; the folder shows it as it is when the writing "
           "begins."));
    about->setTone(Tone::Muted);
    about->setWordWrap(true);
    m_place->setHint(tr("A new or an empty folder."));
    m_progress->setObjectName(QStringLiteral("booksProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, perMille);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(booksBarHeight);
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 3);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *place = new QHBoxLayout;
    place->setSpacing(10);
    place->addWidget(m_place, 1);
    place->addWidget(m_choose, 0, Qt::AlignVCenter);
    auto *layout = makeLayout();
    layout->setSpacing(12);
    layout->addStrut(booksWidth);
    layout->addWidget(about);
    layout->addLayout(place);
    layout->addWidget(m_pseudonyms);
    layout->addWidget(m_progress);
    layout->addWidget(m_line);
    layout->addWidget(buttons());
}

QWidget *BooksDialog::buttons()
{
    auto *row = new QWidget(this);
    m_leave = new ActionButton(QStringLiteral("booksLeave"), tr("Leave"), {}, tr("Closes this dialog (Esc)"),
                               Weight::Quiet, row);
    m_action = new ActionButton(QStringLiteral("booksAction"), tr("Close the books"), {},
                                tr("Writes the folder and has it checked"), Weight::Main, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_open);
    layout->addStretch(1);
    for (auto *button : {m_leave, m_action}) {
        button->setAutoDefault(true);
        layout->addWidget(button);
    }
    m_action->setDefault(true);
    connect(m_leave, &QPushButton::clicked, this, &BooksDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &BooksDialog::press);
    return row;
}

QString BooksDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void BooksDialog::choose()
{
    m_context.asker.saveFile(this, tr("Name the folder of the dossier"), folder(), {},
                             [self = QPointer(this)](const QString &path) {
                                 if (self && !path.isEmpty())
                                     self->m_folder->setText(QDir::toNativeSeparators(path));
                             });
}

void BooksDialog::press()
{
    if (m_atWork) {
        m_stopped = true;
        m_books.stop();
        return m_action->setEnabled(false);
    }
    m_atWork = true;
    m_stopped = false;
    m_open->offer({});
    if (m_context.underWay)
        m_context.underWay->begin(this, tr("The books are being closed."));
    showProgress(0, 1);
    run(this, m_books, m_context.port, folder(), m_pseudonyms->isChecked());
}

QCoro::Task<> BooksDialog::run(QPointer<BooksDialog> self, BooksPort &books, DeskPort &port, QString folder,
                               bool pseudonyms)
{
    const BooksPort::Told told = [self](qint64 done, qint64 total) {
        if (self && self->m_atWork)
            self->showProgress(done, total);
    };
    auto task = books.close(folder, pseudonyms, told);
    const auto closed = co_await task;
    const QString detail = QStringLiteral("dossier to %1").arg(QFileInfo(folder).fileName());
    auto recording = port.record(QStringLiteral("close-books"), detail, recordedResult(closed));
    (void)co_await recording;
    if (self)
        self->end(closed);
}

void BooksDialog::showProgress(qint64 done, qint64 total)
{
    m_progress->setValue(total > 0 ? int(done * perMille / total) : perMille);
    tell(Tone::Waiting, total > 0 ? tr("Writing: %1 %").arg(done * 100 / total)
                                  : tr("Written. Now it is being checked, from the folder alone…"));
}

void BooksDialog::end(const Result<BooksPort::Closed> &closed)
{
    m_atWork = false;
    if (m_context.underWay)
        m_context.underWay->end(this);
    if (closed && closed->faults.isEmpty()) {
        const QString sums =
            tr("%1 coupons, %2 of them issued. The check agrees: every file is as it was written, and "
               "the sums follow from the records.")
                .arg(Words::number(closed->coupons), Words::number(closed->issued));
        tell(closed->sound ? Tone::Good : Tone::Waiting,
             closed->sound ? sums
                           : tr("%1 The records do not agree with each other: see dossier.html.").arg(sums));
    } else if (closed) {
        tell(Tone::Bad, tr("It was written, but the check does not agree: %1")
                            .arg(BooksWords::fault(closed->faults.first())));
        m_line->setToolTip(plainToolTip(closed->faults.join(u'\n')));
    } else if (m_stopped) {
        tell(Tone::Plain, tr("Stopped. Nothing was left behind."));
    } else {
        tell(Tone::Bad, tr("The books were not closed, and nothing was left behind. %1")
                            .arg(BooksWords::reason(closed.error(), folder())));
        m_line->setToolTip(plainToolTip(closed.error().detail));
    }
    if (closed)
        m_open->offer(folder() + QStringLiteral("/dossier.html"));
    if (m_leaves)
        QDialog::reject();
}

void BooksDialog::tell(Tone tone, const QString &sentence)
{
    m_line->setTone(tone);
    m_line->setText(sentence);
    m_line->setToolTip({});
    showState();
}

void BooksDialog::showState()
{
    const bool absolute = QDir::isAbsolutePath(folder());
    for (QWidget *part : {static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_choose),
                          static_cast<QWidget *>(m_pseudonyms)})
        part->setEnabled(!m_atWork);
    m_place->setError(absolute || m_atWork ? QString() : tr("Name the folder with its whole path."));
    m_progress->setVisible(m_atWork);
    m_action->setEnabled(m_atWork || absolute);
    m_action->setWords(m_atWork ? tr("Stop") : tr("Close the books"));
    m_action->setWeight(m_atWork ? Weight::Quiet : Weight::Main);
}

void BooksDialog::reject()
{
    if (!m_atWork)
        return QDialog::reject();
    m_leaves = m_stopped = true;
    m_books.stop();
}

} // namespace seonchak
