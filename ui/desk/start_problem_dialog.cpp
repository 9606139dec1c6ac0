// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/start_problem_dialog.h"

#include "ui/parts/action_button.h"
#include "ui/parts/theme.h"
#include "ui/parts/tone_label.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QUrl>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int textWidth = 520;
const QString installCommand = QStringLiteral("sudo apt install redis-server");
} // namespace

StartProblemDialog::StartProblemDialog(const StartProblem &problem, QWidget *parent)
    : PlainDialog(parent)
    , m_problem(problem)
{
    const Words said = words();
    setObjectName(QStringLiteral("startProblemDialog"));
    setWindowTitle(tr("Seonchak cannot start"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/seonchak.png")));
    setAccessibleName(said.title);
    setAccessibleDescription(said.advice);
    auto *title = ToneLabel::wrapped("startTitle", said.title, this, textWidth);
    title->setScale(1.2, true);
    auto *layout = makeLayout();
    layout->setSpacing(14);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(title);
    layout->addWidget(ToneLabel::wrapped("startAdvice", said.advice, this, textWidth));
    layout->addWidget(sentences());
    layout->addWidget(buttons(said.action));
}

StartProblemDialog::Words StartProblemDialog::portWords() const
{
    if (m_problem.otherPort == 0)
        return {tr("The port is in use"),
                tr("Another program serves on %1. End that program, or start Seonchak with another port "
                   "(--listen).")
                    .arg(m_problem.place)};
    return {tr("The port is in use"),
            tr("Another program serves on %1. Seonchak can serve on port %2 until it is closed: clients "
               "must use the new address meanwhile. The settings page changes the port for good.")
                .arg(m_problem.place)
                .arg(m_problem.otherPort),
            tr("Use port %1").arg(m_problem.otherPort)};
}

StartProblemDialog::Words StartProblemDialog::words() const
{
    const QString &place = m_problem.place;
    switch (m_problem.obstacle) {
    case Obstacle::Configuration:
        return {tr("The configuration has mistakes"),
                tr("Seonchak was not started. Correct what is named below in the configuration file, in the "
                   "environment or on the command line, then start Seonchak again."),
                place.startsWith(u'/') ? tr("Open the file") : QString()};
    case Obstacle::DataDirInUse:
        return {tr("The data folder is in use"),
                tr("Another program works with %1, such as the service seonchakd. End that program, or start "
                   "Seonchak with another folder (--data-dir).")
                    .arg(place)};
    case Obstacle::DataDirUnusable:
        return {tr("The data folder cannot be used"),
                tr("Seonchak must be able to make and write %1. Correct the permissions, or start Seonchak "
                   "with another folder (--data-dir).")
                    .arg(place)};
    case Obstacle::PortInUse:
        return portWords();
    case Obstacle::NoRedisServer:
        return {
            tr("Redis is not installed"),
            tr("Seonchak keeps the stock in Redis, and there is no redis-server on this computer. Install "
               "it with the command %1, or name a running Redis with --redis.")
                .arg(installCommand),
            tr("Copy the command")};
    case Obstacle::NewerBook:
        return {tr("The data belongs to a newer Seonchak"),
                tr("A newer version has written the database. Nothing was changed. Install that version and "
                   "start it.")};
    case Obstacle::ForeignKeys:
        return {tr("Redis holds what is not ours"),
                tr("Nothing was touched. Start once with --foreign-keys adopt to take the codes and users "
                   "over, or with --foreign-keys discard to delete them, or choose another Redis or another "
                   "key prefix.")};
    case Obstacle::Other:
        break;
    }
    return {tr("Seonchak cannot start"),
            tr("The reason is given below. Mend it, then start Seonchak again: nothing was lost.")};
}

QWidget *StartProblemDialog::sentences()
{
    auto *label = ToneLabel::wrapped("startSentences", m_problem.sentences.join(u'\n'), this, textWidth);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setTone(theme::Tone::Muted);
    return label;
}

QWidget *StartProblemDialog::buttons(const QString &action)
{
    auto *row = new QWidget(this);
    auto *end = new ActionButton(QStringLiteral("startEnd"), tr("Close"), {}, tr("Ends Seonchak (Esc)"),
                                 ActionButton::Weight::Quiet, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(10);
    layout->addStretch(1);
    layout->addWidget(end);
    connect(end, &QPushButton::clicked, this, &QDialog::reject);
    if (action.isEmpty()) {
        end->setDefault(true);
        return row;
    }
    auto *main =
        new ActionButton(QStringLiteral("startAction"), action, {}, action, ActionButton::Weight::Main, row);
    layout->addWidget(main);
    connect(main, &QPushButton::clicked, this, &StartProblemDialog::act);
    main->setDefault(true);
    main->setFocus();
    return row;
}

void StartProblemDialog::act()
{
    switch (m_problem.obstacle) {
    case Obstacle::PortInUse:
        return accept();
    case Obstacle::NoRedisServer:
        return QGuiApplication::clipboard()->setText(installCommand);
    default:
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_problem.place));
    }
}

} // namespace seonchak
