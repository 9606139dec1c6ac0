// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace seonchak {

/// Translates the result of a webhook's last try, which the book stores in English. The receiver's own text
/// is not translated.
class HookAnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::HookAnswerWords)
public:
    static QString told(const QString &kept);
};

} // namespace seonchak
