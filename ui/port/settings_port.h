// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/doctor/check.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <qcoro/qcorotask.h>

#include <functional>
#include <vector>

namespace seonchak {

/// One option of the programs, as the settings page shows it.
struct SettingRow
{
    enum class Kind {
        Text,
        Number,
        Share, ///< 0 to 1
        Choice,
        Path,
        Url,
        List,   ///< several texts, separated by commas
        Secret, ///< never shown; `value` stays empty
    };
    enum class Source { Default, File, Environment, CommandLine };
    enum class Kept { Nowhere, Keychain, File };

    QString key;   ///< "redis"; a secret's: "redis-password", "admin-token"
    QString group; ///< sale, server, redis, database, store, strategy, logs
    Kind kind = Kind::Text;
    /// The words are in English, for SettingWords to translate.
    struct Choice
    {
        QString value;
        const char *label = nullptr; ///< null: the value is shown
    };
    QList<Choice> choices;
    QString defaultText;
    const char *label = nullptr;
    const char *hint = nullptr;
    const char *accepted = nullptr;    ///< said of an invalid text; null: the reader's sentence
    const char *placeholder = nullptr; ///< of an empty field; null: a usual one
    QString value;   ///< as in the config file, or from another source; never with a password
    QString running; ///< what this program was started with; `value` takes effect at the next start
    Source source = Source::Default;
    QString fixedBy; ///< "--redis", "SEONCHAK_REDIS": overrides the file, so it cannot be changed here
    bool needsRestart = true;
    bool decidesSale = false; ///< which coupons the next start finds depends on it
    bool testable = false;
    bool optional = false; ///< may be empty: the default then applies
    qint64 least = 0;      ///< for numbers
    qint64 most = 0;
    Kept kept = Kept::Nowhere;  ///< where a secret is stored
    bool isOtherSecret = false; ///< differs from the one this program was started with

    [[nodiscard]] bool isFixed() const { return !fixedBy.isEmpty(); }
    /// Whether the saved value differs from the one this program runs with.
    [[nodiscard]] bool waitsForRestart() const { return needsRestart && (value != running || isOtherSecret); }
};

/// The unsaved state that a page passes to its replacement in another language.
struct SettingsDraft
{
    QMap<QString, QString> typed; ///< the texts of the fields
    QStringList forgotten;        ///< secrets to delete
    QString group;
    QString focus; ///< the name of the focused widget
    int scroll = 0;
};

/// The settings of this program on this machine, for the window. Called on the GUI thread, without blocking
/// it; tasks resume there, or never if the port has been destroyed.
class SettingsPort
{
public:
    using Changes = QMap<QString, QString>; ///< key → new text; an empty secret: delete it

    virtual ~SettingsPort() = default;
    SettingsDraft draft;

    /// The present rows; save() changes them.
    [[nodiscard]] virtual QList<SettingRow> rows() const = 0;
    [[nodiscard]] virtual QString configFile() const = 0;
    /// Without a keychain: the file that stores secrets; else empty.
    [[nodiscard]] virtual QString secretsFile() const = 0;
    /// If the config file has become invalid since the start: a sentence that says where. Nothing can be
    /// saved until it is repaired.
    [[nodiscard]] virtual Result<void> fileState() const = 0;
    /// Checks one text by itself, immediately.
    [[nodiscard]] virtual Result<void> check(const QString &key, const QString &text) const = 0;
    /// All or nothing. Everything is checked before anything is written. BadInput: `names` has the key
    /// concerned; Unavailable: the file or the keychain could not be written.
    virtual QCoro::Task<Result<void>> save(Changes changes) = 0;
    /// Tests "redis", "database" or "store" with these changes, for a few seconds at most. The answer names
    /// what was reached: "Redis 7.0.15".
    virtual QCoro::Task<Result<QString>> test(QString key, Changes changes) = 0;

    using Checks = std::vector<doctor::Check>;
    /// Called on the GUI thread with each finding as it comes.
    using Found = std::function<void(const doctor::Check &)>;
    /// Has the doctor examine the surroundings with these changes, for at most half a minute. An invalid text
    /// is BadInput, with its key in `names`. Stops another pending examination.
    virtual QCoro::Task<Result<Checks>> examine(Changes changes, doctor::Tongue tongue, Found found) = 0;
    /// A pending examination ends soon, with its findings so far.
    virtual void stopExamining() = 0;
    /// The same examination with the settings that this program was started with, ignoring typed or saved
    /// changes; it stops no other.
    virtual QCoro::Task<Result<Checks>> preflight(doctor::Tongue tongue, Found found) = 0;
    virtual void stopPreflight() = 0;
};

} // namespace seonchak
