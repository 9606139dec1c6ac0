// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>

/// Small text files that people write in any editor: the config file, secrets, tokens.
namespace seonchak::text_file {

/// The text in UTF-8, without a byte order mark. The error is BadInput, the rest of a sentence that begins
/// with the file's name: UTF-16 and UTF-32 are reported with a remedy, because their letters would be
/// misread.
Result<QByteArray> plain(const QByteArray &bytes);

/// A file that contains a secret. BadInput, a sentence's rest as above, if it cannot be read, or if others
/// than its owner can read it.
Result<QByteArray> secret(const QString &path);

/// The one word of a token's file, without surrounding white space and line ends. BadInput, as above, if
/// there is none, more than one line, or a character that is invalid in a token.
Result<QByteArray> token(const QByteArray &bytes);

} // namespace seonchak::text_file
