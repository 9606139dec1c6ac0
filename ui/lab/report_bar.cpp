// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/report_bar.h"

#include "ui/lab/lab.h"
#include "ui/lab/lab_question.h"
#include "ui/parts/action_button.h"
#include "ui/parts/copy_text.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPointer>
#include <QUrl>

#include <algorithm>

namespace seonchak {

namespace {

ActionButton *quiet(const QString &name, const QString &text, const QString &help, QWidget *parent)
{
    return new ActionButton(name, text, QKeySequence(), help, ActionButton::Weight::Quiet, parent);
}

QString pageOf(const QString &directory)
{
    return QDir::toNativeSeparators(QDir(directory).absoluteFilePath(QStringLiteral("report.html")));
}

} // namespace

ReportBar::ReportBar(const QString &name, Lab &lab, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_context(context)
    , m_path(new QLabel(this))
    , m_open(quiet(name + QStringLiteral("Open"), tr("Open the report"), {}, this))
    , m_copy(quiet(name + QStringLiteral("Copy"), tr("Copy the path"), {}, this))
    , m_folder(quiet(name + QStringLiteral("Folder"), tr("Show in folder"), {}, this))
    , m_check(quiet(name + QStringLiteral("Check"), tr("Check it"),
                    tr("Derives the verdict again from the records"), this))
    , m_plant(quiet(name + QStringLiteral("Plant"), tr("Plant faults"),
                    tr("Plants known faults in a copy of each run: each must be found"), this))
{
    m_path->setObjectName(name + QStringLiteral("Path"));
    m_path->setTextFormat(Qt::PlainText);
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_path, 1);
    for (auto *button : {m_open, m_copy, m_folder, m_check, m_plant})
        layout->addWidget(button);
    connect(m_open, &QAbstractButton::clicked, this, &ReportBar::open);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { copyText(pageOf(m_directory), *m_copy); });
    connect(m_folder, &QAbstractButton::clicked, this, &ReportBar::showFolder);
    connect(m_check, &QAbstractButton::clicked, this, [this] { askAndRead(ReportEnd::Kind::Checked); });
    connect(m_plant, &QAbstractButton::clicked, this, [this] { askAndRead(ReportEnd::Kind::Planted); });
    connect(&m_lab.reading, &ReportWork::started, this, &ReportBar::showState);
    connect(&m_lab.reading, &ReportWork::ended, this, &ReportBar::showState);
    connect(&m_lab.work, &LabWork::started, this, &ReportBar::showState); // its figures want a quiet machine
    connect(&m_lab.work, &LabWork::ended, this, &ReportBar::showState);
    showState();
}

void ReportBar::setReport(const QString &directory, const QString &why)
{
    m_directory = directory;
    m_why = why;
    showState();
    showPath();
}

void ReportBar::showState()
{
    const bool there = !m_directory.isEmpty();
    for (auto *button : {m_open, m_copy, m_folder})
        button->setEnabled(there);
    for (auto *button : {m_check, m_plant})
        button->setEnabled(there && !m_lab.reading.isAtWork() && !m_lab.work.isAtWork());
}

/// The end of a path tells one report from the next: what does not fit is left out in the middle.
void ReportBar::showPath()
{
    const QString all = m_directory.isEmpty() ? m_why : pageOf(m_directory);
    m_path->setText(m_path->fontMetrics().elidedText(all, Qt::ElideMiddle, std::max(0, m_path->width() - 4)));
    m_path->setToolTip(plainToolTip(all));
    m_path->setAccessibleName(all);
}

void ReportBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPath();
}

void ReportBar::open()
{
    if (m_directory.isEmpty())
        return;
    const QString page = pageOf(m_directory);
    if (!QFileInfo::exists(page))
        Q_EMIT told(theme::Tone::Bad, tr("The report is not there any more: %1").arg(page));
    else if (QDesktopServices::openUrl(QUrl::fromLocalFile(page)))
        Q_EMIT told(theme::Tone::Muted, tr("The browser was asked to open the report."));
    else
        Q_EMIT told(theme::Tone::Waiting,
                    tr("No program on this machine opens the report. Copy its path and open it in a browser, "
                       "here or on another machine."));
}

void ReportBar::showFolder()
{
    if (!QFileInfo::exists(m_directory))
        Q_EMIT told(theme::Tone::Bad, tr("The report is not there any more: %1").arg(pageOf(m_directory)));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_directory)))
        Q_EMIT told(theme::Tone::Waiting,
                    tr("No program on this machine shows folders. Copy the path instead."));
}

/// A million records take a processor for a while.
void ReportBar::askAndRead(ReportEnd::Kind how)
{
    const auto question = LabQuestion::before(
        m_context, how == ReportEnd::Kind::Checked ? LabQuestion::Act::Check : LabQuestion::Act::Plant);
    if (!question)
        return read(how);
    const auto answered = [self = QPointer(this), how, report = m_directory](bool yes) {
        // Another one may have been chosen meanwhile, or another work begun.
        if (self && yes && self->m_directory == report && self->m_check->isEnabled())
            self->read(how);
    };
    m_context.asker.ask(this, *question, answered);
}

void ReportBar::read(ReportEnd::Kind how)
{
    m_lab.reading.start(how, m_directory);
    Q_EMIT told(theme::Tone::Muted, readingNow());
}

QString ReportBar::readingNow()
{
    return tr("Reading the records…");
}

std::pair<theme::Tone, QString> ReportBar::endOf(const ReportEnd &end)
{
    const bool checked = end.kind == ReportEnd::Kind::Checked;
    const QString faults = end.faults.join(QStringLiteral("; "));
    if (!end.faults.isEmpty())
        return {theme::Tone::Bad,
                (checked ? tr("The report does not hold: %1") : tr("Planted faults were missed: %1"))
                    .arg(faults)};
    if (end.cancelled)
        return {theme::Tone::Waiting, tr("The reading was cut off. Nothing is known of the rest.")};
    if (checked)
        return {theme::Tone::Good,
                tr("Every record is as it was written, and the verdict follows from the records.")};
    if (end.planted == 0)
        return {theme::Tone::Waiting, tr("No run of this report sold out: nothing could be planted.")};
    return {
        theme::Tone::Good,
        tr("%1 faults were planted, and exactly those were found.").arg(Words::number(qint64(end.planted)))};
}

} // namespace seonchak
