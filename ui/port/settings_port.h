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
        List,   ///< several texts, parted by commas
        Secret, ///< never shown; `value` stays empty
    };
    enum class Source { Default, File, Environment, CommandLine };
    enum class Kept { Nowhere, Keychain, File };

    QString key;   ///< "redis"; a secret's: "redis-password", "admin-token"
    QString group; ///< sale, server, redis, database, store, strategy, logs
    Kind kind = Kind::Text;
    QStringList choices;
    QString defaultText;
    QString help;    ///< in English, as --help prints it
    QString value;   ///< as it stands in the config file, or wherever it comes from; never with a password
    QString running; ///< what this program was started with; differs from `value` until the next start
    Source source = Source::Default;
    QString fixedBy; ///< "--redis", "SEONCHAK_REDIS": stronger than the file, so it is not changed here
    bool needsRestart = true;
    bool testable = false;
    bool optional = false; ///< may be empty: then the default counts
    qint64 least = 0;      ///< of numbers
    qint64 most = 0;
    Kept kept = Kept::Nowhere;  ///< where a secret is
    bool isOtherSecret = false; ///< than the one this program was started with

    [[nodiscard]] bool isFixed() const { return !fixedBy.isEmpty(); }
    /// What is saved is not what this program runs with.
    [[nodiscard]] bool waitsForRestart() const { return needsRestart && (value != running || isOtherSecret); }
};

/// What a page that goes leaves to the one that is made in its place, in another language.
struct SettingsDraft
{
    QMap<QString, QString> typed; ///< as it stood in the fields
    QStringList forgotten;        ///< secrets
    QString group;
    QString focus; ///< the name of the widget with the keyboard
    int scroll = 0;
};

/// The settings of this program on this machine, for the window. Called on the GUI thread; nothing blocks it;
/// tasks resume there, or never once it has gone.
class SettingsPort
{
public:
    using Changes = QMap<QString, QString>; ///< key → new text; an empty secret: forget it

    virtual ~SettingsPort() = default;
    SettingsDraft draft;

    /// As they stand now; after save() they are others.
    [[nodiscard]] virtual QList<SettingRow> rows() const = 0;
    [[nodiscard]] virtual QString configFile() const = 0;
    /// Where there is no keychain: the file in which secrets are kept; else empty.
    [[nodiscard]] virtual QString secretsFile() const = 0;
    /// The config file was broken since the start: a sentence that says where. Nothing can be saved until it
    /// is repaired.
    [[nodiscard]] virtual Result<void> fileState() const = 0;
    /// Judges one text by itself, at once.
    [[nodiscard]] virtual Result<void> check(const QString &key, const QString &text) const = 0;
    /// All of it or nothing. Everything is judged before anything is written. BadInput: `names` holds the key
    /// it is about; Unavailable: the file or the keychain could not be written.
    virtual QCoro::Task<Result<void>> save(Changes changes) = 0;
    /// Tries "redis", "database" or "store" as it would be with these changes, for a few seconds at most. The
    /// answer names what was reached: "Redis 7.0.15".
    virtual QCoro::Task<Result<QString>> test(QString key, Changes changes) = 0;

    using Checks = std::vector<doctor::Check>;
    /// Called on the GUI thread with each finding as it comes.
    using Found = std::function<void(const doctor::Check &)>;
    /// Has the doctor look at the surroundings as they would be with these changes, for half a minute at
    /// most. A text that nobody can read is BadInput, with its key in `names`. Another examination that is
    /// under way is stopped.
    virtual QCoro::Task<Result<Checks>> examine(Changes changes, doctor::Tongue tongue, Found found) = 0;
    /// What is under way ends soon; it answers with what it has found.
    virtual void stopExamining() = 0;
    /// The same look at the surroundings as this program was started with, whatever is typed or saved since;
    /// it stops no other.
    virtual QCoro::Task<Result<Checks>> preflight(doctor::Tongue tongue, Found found) = 0;
    virtual void stopPreflight() = 0;
};

} // namespace seonchak
