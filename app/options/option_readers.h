// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options/option_table.h"

/// Converts the text of each option to a setting. The error is BadInput and says what is wrong with the text;
/// the caller adds the source.
namespace seonchak::option {

using Read = std::function<Result<void>(RawSettings &, const QString &)>;

/// The row with a reader of whole numbers. The range in the row is the reader's, and %1 of its explanation.
Option numberRow(Option row, void (*put)(Settings &, qint64));
/// The row with a reader that takes the choices in the row and nothing else.
Option choiceRow(Option row, void (*put)(Settings &, const QString &));
/// on or off, in several spellings.
Read onOff(void (*put)(Settings &, bool));
Read share(void (*put)(Settings &, double));
Read pathInto(QString RawSettings::*member);

Result<void> listen(RawSettings &raw, const QString &text);
Result<void> redis(RawSettings &raw, const QString &text);
Result<void> keyPrefix(RawSettings &raw, const QString &text);
Result<void> partner(RawSettings &raw, const QString &text);
Result<void> allowHost(RawSettings &raw, const QString &text);
Result<void> trustedProxy(RawSettings &raw, const QString &text);
Result<void> saleName(RawSettings &raw, const QString &text);
Result<void> webhook(RawSettings &raw, const QString &text);
Result<void> webhookEvents(RawSettings &raw, const QString &text);
Result<void> alarm(RawSettings &raw, const QString &text);
Result<void> attach(RawSettings &raw, const QString &text);
Result<void> book(RawSettings &raw, const QString &text);
Result<void> deskSocket(RawSettings &raw, const QString &text);
Result<void> failpoints(RawSettings &raw, const QString &text);

} // namespace seonchak::option
