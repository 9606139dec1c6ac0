// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/theme.h"
#include "ui/port/settings_port.h"

#include <QPointer>
#include <QWidget>

#include <qcoro/qcorotask.h>

namespace seonchak {

class ActionButton;
class Asker;
class Card;
class DeskPort;
class RestartNotice;
class SettingField;
class SettingsGroups;
class ToldLine;
class ToneLabel;
struct PageContext;

/// Every option of the programs: view, change, test and save. Saved values apply from the next start unless
/// stated otherwise; until then each such field shows the running value. Unsaved text survives changes of
/// page and language.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    SettingsPage(SettingsPort &settings, const PageContext &context, QWidget *parent = nullptr);
    /// Passes unsaved text to the next page.
    ~SettingsPage() override;

    /// The window's present style: "system", "ko", "en"; "system", "light", "dark". Emits no signal.
    void setLanguage(const QString &language);
    void setTheme(const QString &theme);
    [[nodiscard]] bool hasChanges() const { return !changes().isEmpty(); }

public Q_SLOTS:
    /// Reads the settings again, unless unsaved text would be lost.
    void refresh();

Q_SIGNALS:
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);
    /// The program must end in order and start again.
    void restartAsked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    static QCoro::Task<> runSave(QPointer<SettingsPage> self, SettingsPort::Changes changes);
    static QCoro::Task<> runTest(QPointer<SettingsPage> self, QString key, SettingsPort::Changes changes);
    void layOut();
    QWidget *fileRow();
    QWidget *saveRow();
    void connectParts();
    void showRows();
    void showFileState();
    void takeEdit(const QString &key);
    void showChanges();
    void revert();
    void save();
    void begin(const SettingsPort::Changes &changes);
    void end(const SettingsPort::Changes &changes, const Result<void> &saved);
    void browse(const QString &key);
    void test(const QString &key);
    [[nodiscard]] SettingsPort::Changes changes() const;
    [[nodiscard]] QString names(const QStringList &keys) const;
    [[nodiscard]] QStringList keysThat(bool (*hold)(const SettingField &)) const;
    void takeUpDraft();
    void restart();
    void say(theme::Tone tone, const QString &sentence);

    SettingsPort &m_settings;
    DeskPort &m_port;
    Asker &m_asker;
    SettingsGroups *m_groups;
    Card *m_fileCard = nullptr;
    ToneLabel *m_fileTrouble = nullptr;
    ActionButton *m_readAgain = nullptr;
    RestartNotice *m_restart;
    ToneLabel *m_places;
    ToneLabel *m_line;
    ToldLine *m_told;
    ActionButton *m_save;
    ActionButton *m_revert;
    bool m_broken = false;
    bool m_saving = false;
};

} // namespace seonchak
