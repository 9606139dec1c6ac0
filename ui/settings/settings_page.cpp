// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/parts/action_button.h"
#include "ui/parts/asker.h"
#include "ui/parts/card.h"
#include "ui/parts/reach_words.h"
#include "ui/parts/told_line.h"
#include "ui/parts/tone_label.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"
#include "ui/settings/appearance_panel.h"
#include "ui/settings/change_record.h"
#include "ui/settings/doctor_panel.h"
#include "ui/settings/restart_notice.h"
#include "ui/settings/save_question.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_words.h"
#include "ui/settings/settings_groups.h"

#include <QCoreApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace seonchak {

namespace {

QStringList labelsOf(const QList<SettingRow> &rows, const QStringList &keys)
{
    QStringList labels;
    for (const auto &key : keys)
        labels.append(SettingWords::label(rows, key));
    return labels;
}

QString keyOf(const Error &error)
{
    return error.names.isEmpty() ? QString() : QString::fromUtf8(error.names.first());
}

} // namespace

SettingsPage::SettingsPage(SettingsPort &settings, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_port(context.port)
    , m_asker(context.asker)
    , m_groups(new SettingsGroups(this))
    , m_restart(new RestartNotice(this))
    , m_places(new ToneLabel(QStringLiteral("settingsPlaces"), this))
    , m_line(new ToneLabel(QStringLiteral("settingsLine"), this))
    , m_told(new ToldLine(*m_line, context.clock, *this))
    , m_save(new ActionButton(QStringLiteral("settingsSave"), tr("&Save"),
                              QKeySequence(QStringLiteral("Ctrl+S")), tr("Writes the config file"),
                              ActionButton::Weight::Main, this))
    , m_revert(new ActionButton(
          QStringLiteral("settingsRevert"), tr("Re&vert"), QKeySequence(QStringLiteral("Alt+V")),
          tr("Takes back everything that was typed since the last save"), ActionButton::Weight::Quiet, this))
{
    setObjectName(QStringLiteral("settingsPage"));
    layOut();
    connectParts();
    showRows();
    takeUpDraft();
}

SettingsPage::~SettingsPage()
{
    SettingsDraft draft;
    draft.group = m_groups->group();
    draft.scroll = m_groups->scroll();
    if (const auto *focus = window()->focusWidget(); focus && isAncestorOf(focus))
        draft.focus = focus->objectName();
    for (const auto *field : m_groups->fields()) {
        if (m_saving || !field->isChanged())
            continue;
        if (field->isForgotten())
            draft.forgotten.append(field->row().key);
        else
            draft.typed[field->row().key] = field->typed();
    }
    m_settings.draft = draft;
}

void SettingsPage::takeUpDraft()
{
    const SettingsDraft draft = std::exchange(m_settings.draft, {});
    m_groups->setGroup(draft.group);
    for (auto *field : m_groups->fields()) {
        if (draft.typed.contains(field->row().key))
            field->setText(draft.typed[field->row().key]);
        if (draft.forgotten.contains(field->row().key))
            field->forget();
    }
    m_groups->setScroll(draft.scroll);
    if (auto *focus = draft.focus.isEmpty() ? nullptr : findChild<QWidget *>(draft.focus))
        QTimer::singleShot(0, focus, [focus] { focus->setFocus(); });
}

void SettingsPage::restart()
{
    if (hasChanges())
        m_told->tell(theme::Tone::Bad, tr("Save or revert first: a restart would lose what is typed."));
    else if (!m_saving)
        Q_EMIT restartAsked();
}

void SettingsPage::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(10);
    layout->addWidget(fileRow());
    layout->addWidget(m_restart);
    layout->addWidget(m_groups, 1);
    layout->addWidget(saveRow());
    m_places->setTone(theme::Tone::Muted);
    m_places->setScale(0.92);
    m_places->setWordWrap(true);
    m_places->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_places);
}

QWidget *SettingsPage::fileRow()
{
    m_fileCard = new Card(QStringLiteral("settingsFileCard"), this);
    m_fileTrouble = new ToneLabel(QStringLiteral("settingsFileTrouble"), m_fileCard);
    m_fileTrouble->setWordWrap(true);
    m_readAgain = new ActionButton(QStringLiteral("settingsReadAgain"), tr("Read again"), {},
                                   tr("Looks whether the file is in order now"), ActionButton::Weight::Quiet,
                                   m_fileCard);
    m_readAgain->setAccessibleName(tr("Read the config file again"));
    auto *row = new QHBoxLayout(m_fileCard);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(12);
    row->addWidget(m_fileTrouble, 1);
    row->addWidget(m_readAgain);
    return m_fileCard;
}

QWidget *SettingsPage::saveRow()
{
    auto *bottom = new QWidget(this);
    m_save->setAccessibleName(tr("Save the settings"));
    m_revert->setAccessibleName(tr("Revert the settings"));
    m_line->setWordWrap(true);
    m_line->setMinimumHeight(m_line->fontMetrics().lineSpacing() * 2);
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_line, 1);
    row->addWidget(m_revert);
    row->addWidget(m_save);
    return bottom;
}

void SettingsPage::connectParts()
{
    connect(m_groups, &SettingsGroups::edited, this, &SettingsPage::takeEdit);
    connect(m_groups, &SettingsGroups::testAsked, this, &SettingsPage::test);
    connect(m_groups, &SettingsGroups::browseAsked, this, &SettingsPage::browse);
    connect(m_groups->appearance(), &AppearancePanel::languageChosen, this, &SettingsPage::languageChosen);
    connect(m_groups->appearance(), &AppearancePanel::themeChosen, this, &SettingsPage::themeChosen);
    connect(m_groups->doctor(), &DoctorPanel::examineAsked, this,
            [this] { m_groups->doctor()->examine(m_settings, changes()); });
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_revert, &QPushButton::clicked, this, &SettingsPage::revert);
    connect(m_restart, &RestartNotice::restartAsked, this, &SettingsPage::restart);
    connect(m_readAgain, &QPushButton::clicked, this, &SettingsPage::refresh);
    connect(m_told, &ToldLine::left, this, &SettingsPage::showChanges);
}

void SettingsPage::setLanguage(const QString &language)
{
    m_groups->appearance()->setLanguage(language);
}

void SettingsPage::setTheme(const QString &theme)
{
    m_groups->appearance()->setTheme(theme);
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SettingsPage::refresh()
{
    if (!hasChanges() && !m_saving)
        showRows();
    else
        showFileState();
}

void SettingsPage::showRows()
{
    m_groups->setRows(m_settings.rows(), m_settings.secretsFile());
    const QString file = QDir::toNativeSeparators(m_settings.configFile());
    const QString secrets = QDir::toNativeSeparators(m_settings.secretsFile());
    const QString places =
        secrets.isEmpty()
            ? tr("Config file: %1. Passwords and the admin token are kept in the system's keychain, never in "
                 "this file.")
                  .arg(file)
            : tr("Config file: %1. There is no system keychain here, so passwords and the admin token are "
                 "kept "
                 "in %2, which only you can read (mode 0600).")
                  .arg(file, secrets);
    m_restart->setWaiting(labelsOf(m_settings.rows(), keysThat([](const SettingField &field) {
                                       return field.row().waitsForRestart();
                                   })));
    m_places->setText(QStringLiteral("%1 Seonchak %2.").arg(places, QCoreApplication::applicationVersion()));
    showFileState();
}

void SettingsPage::showFileState()
{
    const auto state = m_settings.fileState();
    m_broken = !state;
    m_fileCard->setVisible(m_broken);
    if (m_broken)
        m_fileTrouble->tell(
            theme::Tone::Bad,
            tr("The config file cannot be understood any more, so nothing can be saved over it. %1")
                .arg(SettingWords::fileFault(state.error().detail)),
            state.error().detail);
    showChanges();
}

SettingsPort::Changes SettingsPage::changes() const
{
    SettingsPort::Changes changes;
    for (const auto *field : m_groups->fields()) {
        if (field->isChanged())
            changes[field->row().key] = field->text();
    }
    return changes;
}

QString SettingsPage::names(const QStringList &keys) const
{
    return labelsOf(m_settings.rows(), keys).join(QStringLiteral(", "));
}

void SettingsPage::takeEdit(const QString &key)
{
    auto *field = m_groups->field(key);
    if (auto *of = m_groups->field(QString(key).remove(QStringLiteral("-password"))); of && of != field)
        of->dropTest(); // It logged in with another password.
    field->showCheck(field->isChanged() ? m_settings.check(key, field->text()) : Result<void>{});
    m_groups->doctor()->forget();
    showChanges();
}

QStringList SettingsPage::keysThat(bool (*hold)(const SettingField &)) const
{
    QStringList keys;
    for (const auto *field : m_groups->fields()) {
        if (hold(*field))
            keys.append(field->row().key);
    }
    return keys;
}

void SettingsPage::showChanges()
{
    const auto now = changes();
    const QStringList wrong = keysThat([](const SettingField &field) { return field.hasError(); });
    m_groups->markGroups();
    m_save->setEnabled(!now.isEmpty() && wrong.isEmpty() && !m_broken && !m_saving);
    m_revert->setEnabled(!now.isEmpty() && !m_saving);
    if (m_saving)
        return;
    if (!wrong.isEmpty())
        say(theme::Tone::Bad, tr("Cannot be saved yet. Correct: %1").arg(names(wrong)));
    else if (!now.isEmpty())
        say(theme::Tone::Plain, tr("Changed and not saved: %1").arg(names(now.keys())));
    else
        say(theme::Tone::Muted, {});
}

void SettingsPage::revert()
{
    for (auto *field : m_groups->fields())
        field->revert();
    showChanges();
}

void SettingsPage::save()
{
    const auto now = changes();
    if (m_saving || m_broken || now.isEmpty())
        return;
    const auto question = SaveQuestion::of(m_groups->fields(), now, m_port.sale());
    if (!question)
        return begin(now);
    const QPointer<SettingsPage> self(this);
    m_asker.ask(this, *question, [self, now](bool yes) {
        if (self && yes && !self->m_saving)
            self->begin(now);
    });
}

void SettingsPage::begin(const SettingsPort::Changes &changes)
{
    m_saving = true;
    showChanges();
    say(theme::Tone::Plain, tr("Saving…"));
    m_groups->setEnabled(false);
    runSave(this, changes);
}

QCoro::Task<> SettingsPage::runSave(QPointer<SettingsPage> self, SettingsPort::Changes changes)
{
    auto task = self->m_settings.save(changes);
    const auto saved = co_await task;
    if (self)
        self->end(changes, saved);
}

void SettingsPage::end(const SettingsPort::Changes &changes, const Result<void> &saved)
{
    m_saving = false;
    m_groups->setEnabled(true);
    const QString refused = saved || keyOf(saved.error()).isEmpty()
                                ? QStringLiteral("failed: the files could not be written")
                                : QStringLiteral("refused: %1").arg(keyOf(saved.error()));
    QList<SettingRow> before;
    for (const auto *field : m_groups->fields())
        before.append(field->row());
    m_port.record(QStringLiteral("settings"), changeRecord(before, changes),
                  saved ? QStringLiteral("done") : refused);
    if (saved) {
        showRows();
        return m_told->tell(theme::Tone::Good, tr("Saved."));
    }
    showFileState();
    const QString key = keyOf(saved.error());
    if (auto *field = m_groups->field(key)) {
        field->showCheck(saved);
        m_groups->show(key);
        showChanges();
    }
    m_told->tell(theme::Tone::Bad,
                 key.isEmpty() ? tr("Nothing was saved. %1").arg(ReachWords::told(saved.error().detail))
                               : tr("Nothing was saved: %1.").arg(names({key})),
                 saved.error().detail);
}

void SettingsPage::browse(const QString &key)
{
    const QPointer<SettingsPage> self(this);
    m_asker.openFile(this, SettingWords::label(m_settings.rows(), key), tr("All files (*)"),
                     [self, key](const QString &path) {
                         if (auto *field = self && !path.isEmpty() ? self->m_groups->field(key) : nullptr)
                             field->setText(path);
                     });
}

void SettingsPage::test(const QString &key)
{
    m_groups->field(key)->showTrying();
    runTest(this, key, changes());
}

QCoro::Task<> SettingsPage::runTest(QPointer<SettingsPage> self, QString key, SettingsPort::Changes changes)
{
    auto task = self->m_settings.test(key, changes);
    const auto answer = co_await task;
    if (auto *field = self ? self->m_groups->field(key) : nullptr)
        field->showTried(answer);
}

void SettingsPage::say(theme::Tone tone, const QString &sentence)
{
    m_told->show(tone, sentence);
}

} // namespace seonchak
