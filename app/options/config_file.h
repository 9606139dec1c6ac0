// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <functional>

namespace seonchak {

/// The content of a config file: option name → its texts, several only for a repeatable option.
using ConfigTexts = QMap<QString, QStringList>;

/// Replaces a file completely or not at all; the error names the file and the reason.
using WriteFile = std::function<Result<void>(const QString &path, const QByteArray &bytes)>;

/// Our INI format: one level, no groups.
namespace config {

/// Keys are not checked here. The error is BadInput: one sentence that names the file, the line, and what to
/// do about it.
Result<ConfigTexts> read(const QString &path);
/// Key → the line that is in effect, from 1; only for messages about a file that read() has accepted.
QHash<QString, int> lineNumbers(const QString &path);
/// One key with its texts, as a line of the file.
QString line(const QString &key, const QStringList &texts);
/// The file's bytes for `texts`; read() returns the same texts. Control characters are lost.
QByteArray toIni(const ConfigTexts &texts);
/// Writes a temporary file beside it, which replaces it once complete and on disk. Creates the folder if it
/// is missing. Only the owner can read the file.
Result<void> write(const QString &path, const QByteArray &bytes);

} // namespace config

} // namespace seonchak
