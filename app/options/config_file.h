// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <functional>

namespace seonchak {

/// What stands in a config file: option name → its texts, several for a repeatable option only.
using ConfigTexts = QMap<QString, QStringList>;

/// Replaces a file as a whole or not at all; the error says why and names the file.
using WriteFile = std::function<Result<void>(const QString &path, const QByteArray &bytes)>;

/// An INI file of ours: one level, no groups.
namespace config {

/// Keys are not judged here. The error is BadInput: one sentence that names the file, the line, and what to
/// do about it.
Result<ConfigTexts> read(const QString &path);
/// Key → the line that counts for it, from 1; only for words about a file that read() could read.
QHash<QString, int> lineNumbers(const QString &path);
/// One key with its texts, as it stands in the file.
QString line(const QString &key, const QStringList &texts);
/// The file's bytes for `texts`; read() makes the same texts of them. Control characters do not survive.
QByteArray toIni(const ConfigTexts &texts);
/// Through a file beside it that takes its place when it is complete and on disk. Makes the folder where it
/// is missing. The file can be read by nobody but its owner.
Result<void> write(const QString &path, const QByteArray &bytes);

} // namespace config

} // namespace seonchak
