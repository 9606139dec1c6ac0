// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/import_dialog.h"

#include "ui/coupons/code_table.h"
#include "ui/coupons/list_words.h"
#include "ui/coupons/refused_file.h"
#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/field_look.h"
#include "ui/parts/folder_button.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace seonchak {

namespace {

using Stage = ImportWork::Stage;

constexpr int shareSteps = 1000;

} // namespace

ImportDialog::ImportDialog(const PageContext &context, const QString &path, QWidget *parent)
    : PlainDialog(parent)
    , m_context(context)
    , m_path(path)
    , m_work(context)
    , m_line(new ToneLabel(QStringLiteral("importLine"), this))
    , m_column(new QComboBox(this))
    , m_encoding(new QComboBox(this))
    , m_header(new QCheckBox(this))
    , m_notable(new QCheckBox(this))
    , m_codes(new CodeTable(QStringLiteral("importCodes"), this))
    , m_progress(new QProgressBar(this))
    , m_push(new QCheckBox(tr("P&ush them into the stock at once"), this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import codes from CSV"));
    layOut(QFileInfo(path).fileName());
    resize(660, 560);
    connect(&m_work, &ImportWork::changed, this, &ImportDialog::showStage);
    connect(&m_work, &ImportWork::progressed, this, &ImportDialog::showProgress);
    connect(m_notable, &QCheckBox::toggled, this, &ImportDialog::showCodes);
    connect(m_column, &QComboBox::activated, this, [this](int column) {
        m_choices.column = column;
        readAgain();
    });
    connect(m_header, &QCheckBox::clicked, this, [this](bool checked) {
        m_choices.header = checked;
        readAgain();
    });
    connect(m_encoding, &QComboBox::activated, this, [this](int row) {
        // With another encoding the columns differ: earlier choices about them are dropped.
        m_choices = {{}, {}, allCsvEncodings[std::size_t(row)]};
        readAgain();
    });
    readAgain();
}

void ImportDialog::layOut(const QString &name)
{
    auto *title = new ToneLabel(QStringLiteral("importTitle"), this);
    title->setScale(1.2, true);
    title->setWordWrap(true);
    title->setText(name);
    m_line->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("importProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, shareSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_push->setObjectName(QStringLiteral("importPush"));
    m_push->setAccessibleName(m_push->text().remove(QLatin1Char('&')));
    styleField(*m_push);
    m_notable->setObjectName(QStringLiteral("importNotable"));
    styleField(*m_notable);
    auto *layout = makeLayout();
    layout->setSpacing(12);
    for (QWidget *part : std::initializer_list<QWidget *>{title, choices(), m_header, m_line, m_notable})
        layout->addWidget(part);
    layout->addWidget(m_codes, 1);
    layout->addStretch(0);
    for (QWidget *part : {static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_push), buttons()})
        layout->addWidget(part);
}

QWidget *ImportDialog::choices()
{
    auto *row = new QWidget(this);
    m_column->setObjectName(QStringLiteral("importColumn"));
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    m_header->setObjectName(QStringLiteral("importHeader"));
    for (const CsvEncoding encoding : allCsvEncodings)
        m_encoding->addItem(ListWords::name(encoding));
    m_columnField = new LabelledField(tr("The codes are in &column"), m_column, row);
    m_encodingField = new LabelledField(tr("&Encoding of the file"), m_encoding, row);
    styleField(*m_header);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_columnField, 3);
    layout->addWidget(m_encodingField, 2);
    return row;
}

void ImportDialog::readAgain()
{
    m_work.read(m_path, m_choices);
}

QWidget *ImportDialog::buttons()
{
    auto *row = new QWidget(this);
    m_add = new ActionButton(QStringLiteral("importAction"), tr("Add"), {}, tr("Adds what can be added"),
                             ActionButton::Weight::Main, row);
    m_add->setDefault(true);
    m_save = new ActionButton(QStringLiteral("importSaveRefused"), tr("&Save the refused as CSV…"), {},
                              tr("With their lines and why"), ActionButton::Weight::Quiet, row);
    m_close = new ActionButton(QStringLiteral("importClose"), tr("Cancel"), {}, {},
                               ActionButton::Weight::Quiet, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    m_folder = new FolderButton(QStringLiteral("importFolder"), row);
    layout->addWidget(m_save);
    layout->addWidget(m_folder);
    layout->addStretch(1);
    layout->addWidget(m_close);
    layout->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] { m_work.add(m_push->isChecked()); });
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::saveRefused);
    connect(m_folder, &FolderButton::failed, this, [this](const QString &words) { say(words, true); });
    connect(m_close, &QPushButton::clicked, this, &ImportDialog::reject);
    return row;
}

void ImportDialog::showStage()
{
    const Stage stage = m_work.stage();
    const bool works = stage == Stage::Reading || stage == Stage::Checking || stage == Stage::Adding;
    m_progress->setVisible(works);
    m_columnField->setVisible(stage == Stage::Ready);
    m_encodingField->setVisible(stage == Stage::Ready || stage == Stage::Broken);
    m_header->setVisible(stage == Stage::Ready);
    m_push->setVisible(stage == Stage::Ready);
    m_add->setVisible(stage == Stage::Ready);
    m_save->setVisible((stage == Stage::Ready || stage == Stage::Done) && !m_work.refused().isEmpty());
    const bool over = stage == Stage::Broken || stage == Stage::Done;
    m_close->setWords(stage == Stage::Adding ? tr("Stop") : over ? tr("Close") : tr("Cancel"));
    m_folder->offer({});
    showCodes();
    if (stage == Stage::Reading)
        say(tr("Reading the file…"), false);
    else if (stage == Stage::Checking)
        say(tr("Looking up which codes exist already…"), false);
    else if (stage == Stage::Adding)
        say(CouponWords::counted(m_work.codes().good.size(), tr("Adding 1 coupon…"),
                                 tr("Adding %1 coupons…")),
            false);
    else if (stage == Stage::Broken)
        say(ListWords::why(m_work.fault()) + QLatin1Char(' ') + tr("Nothing was added."), true);
    else if (stage == Stage::Ready)
        showReady();
    else
        showDone();
    showProgress();
}

/// Before anything is added all of them, or those that need a look; afterwards those that were refused.
void ImportDialog::showCodes()
{
    const Stage stage = m_work.stage();
    const auto &good = m_work.codes().good;
    const qsizetype notable = m_work.refused().size() + (stage == Stage::Ready ? oddCodes(good) : 0);
    m_notable->setVisible(stage == Stage::Ready && notable > 0);
    m_notable->setText(tr("Show &only refused and unusual codes (%1)").arg(Words::number(notable)));
    m_notable->setAccessibleName(m_notable->text().remove(QLatin1Char('&')));
    if (stage == Stage::Ready)
        m_codes->show(
            judgedCodes(good, m_work.refused(), m_notable->isChecked() && notable > 0, CodeTable::most));
    else
        m_codes->show(judgedCodes({}, stage == Stage::Done ? m_work.refused() : QList<RefusedCode>(), false,
                                  CodeTable::most));
}

void ImportDialog::showReady()
{
    showColumns();
    showHeader();
    const QString good = Words::number(m_work.codes().good.size());
    const QString rows = Words::number(m_work.codes().rows);
    const qsizetype refused = m_work.refused().size();
    const QString words =
        refused == 0 ? CouponWords::counted(m_work.codes().good.size(), tr("The one code can be added."),
                                            tr("All %1 codes can be added."))
                     : tr("%1 of %2 codes can be added, %3 cannot:").arg(good, rows, Words::number(refused));
    say(words + remarks(), refused > 0 || m_work.unchecked());
    m_add->setEnabled(!m_work.codes().good.isEmpty());
    m_add->setWords(tr("Add %1").arg(good));
    m_add->setFocus();
}

QString ImportDialog::remarks() const
{
    QStringList words(QString{});
    if (const qint64 damaged = m_work.damaged(); damaged > 0)
        words << tr("A spreadsheet damaged %1 of them: take these from their source again.")
                     .arg(Words::number(damaged));
    if (const qsizetype odd = oddCodes(m_work.codes().good); odd > 0)
        words << tr("Unusual among them: %1. Look at these first.").arg(Words::number(odd));
    if (m_work.unchecked())
        words << tr("Which of them exist already is not known. %1").arg(Words::advice(*m_work.unchecked()));
    if (m_work.refused().size() > CodeTable::most || m_work.codes().good.size() > CodeTable::most)
        words << tr("Here are the first %1 of either kind.").arg(Words::number(CodeTable::most));
    return words.join(QLatin1Char(' '));
}

void ImportDialog::showDone()
{
    const QString added = Words::number(m_work.added());
    const QString pushed = Words::number(m_work.pushed());
    const QString refusals =
        CouponWords::counted(m_work.refused().size(), tr("1 was refused:"), tr("%1 were refused:"));
    const QString inStock = ListWords::added(m_work.added(), m_work.pushed());
    const QString refused = Words::number(m_work.refused().size());
    if (m_work.error())
        say(tr("%1 were added, %2 into the stock; %3 were not added. %4")
                .arg(added, pushed, refused, Words::advice(*m_work.error())),
            true);
    else if (m_work.wasStopped())
        say(tr("Stopped: %1 were added, %2 into the stock; %3 were not added.").arg(added, pushed, refused),
            false);
    else if (m_work.refused().isEmpty())
        say(inStock, false);
    else if (m_work.added() == 0)
        say(tr("Nothing was added.") + QLatin1Char(' ') + refusals, false);
    else
        say(inStock + QLatin1Char(' ') + refusals, false);
    m_close->setEnabled(true);
    m_close->setFocus();
    if (m_work.added() > 0)
        Q_EMIT this->added(m_work.added(), m_work.pushed());
}

void ImportDialog::showColumns()
{
    const auto &codes = m_work.codes();
    m_column->clear();
    for (qsizetype i = 0; i < codes.columns.size(); ++i) {
        const QString number = QString::number(i + 1);
        const QString sample =
            codes.hasHeader ? ListWords::title(codes.columns.at(i)) : ListWords::shown(codes.columns.at(i));
        m_column->addItem(codes.hasHeader ? tr("%1: %2").arg(number, sample)
                                          : tr("%1, which begins with %2").arg(number, sample));
    }
    m_column->setCurrentIndex(codes.column);
    m_columnField->setVisible(codes.columns.size() > 1);
}

/// Guessed, and asked: a code that was taken for a header would be missing from the stock unseen.
void ImportDialog::showHeader()
{
    const auto &codes = m_work.codes();
    QString sample = ListWords::title(codes.columns.value(codes.column));
    sample.replace(QLatin1Char('&'), QLatin1String("&&"));
    m_header->setText(codes.headerLine > 1
                          ? tr("Line %1 is a &header: %2").arg(Words::number(codes.headerLine), sample)
                          : tr("The first row is a &header: %1").arg(sample));
    m_header->setAccessibleName(m_header->text().remove(QLatin1Char('&')));
    m_header->setChecked(codes.hasHeader);
    m_encoding->setCurrentIndex(int(codes.encoding));
}

void ImportDialog::showProgress()
{
    m_progress->setValue(int(m_work.share() * shareSteps));
    if (m_work.stage() == Stage::Adding && m_work.wasStopped()) {
        m_close->setEnabled(false);
        say(tr("Stopping: what has been begun is finished first…"), false);
    }
}

void ImportDialog::say(const QString &sentence, bool failed)
{
    m_line->setTone(failed ? theme::Tone::Bad : theme::Tone::Plain);
    m_line->setText(sentence);
}

void ImportDialog::saveRefused()
{
    const QString suggestion = QFileInfo(m_path).completeBaseName() + QStringLiteral("-refused.csv");
    const auto chosen = [self = QPointer(this)](const QString &path) {
        if (!self || path.isEmpty())
            return;
        self->m_folder->offer({});
        writeRefused(self->m_context.files, path, self->m_work.refused(), [self, path](bool fine) {
            if (self)
                self->endSaving(path, fine);
        });
    };
    m_context.asker.saveFile(this, tr("Save the refused codes"), suggestion, tr("CSV files (*.csv)"), chosen);
}

void ImportDialog::endSaving(const QString &path, bool fine)
{
    const QString name = QFileInfo(path).fileName();
    say(fine ? tr("The refused codes were written to %1.").arg(name)
             : tr("%1 could not be written. Is the disk full, or the folder closed to you?").arg(name),
        !fine);
    m_folder->offer(fine ? path : QString());
}

void ImportDialog::reject()
{
    if (m_work.stage() == Stage::Adding)
        return m_work.stop();
    QDialog::reject();
}

} // namespace seonchak
