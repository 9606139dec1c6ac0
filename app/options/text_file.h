// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QByteArray>

/// Small text files that people write with whatever editor they have: the config file, secrets, tokens.
namespace seonchak::text_file {

/// The text in UTF-8, without a byte order mark. The error is BadInput, the end of a sentence that begins
/// with the file: UTF-16 and UTF-32 are named with the cure, for their letters would be read as others.
Result<QByteArray> plain(const QByteArray &bytes);

/// A file that holds a secret. BadInput, the end of a sentence as above, where it cannot be read, or can be
/// by others than its owner.
Result<QByteArray> secret(const QString &path);

/// The one word of a token's file: white space and line ends around it do not count. BadInput, as above,
/// where there is none, more than one line, or characters that no token has.
Result<QByteArray> token(const QByteArray &bytes);

} // namespace seonchak::text_file
