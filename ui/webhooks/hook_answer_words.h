// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace seonchak {

/// What became of the last try of a webhook, in the reader's language. The book keeps it in English, as the
/// REST interface tells it; what the receiver itself said stays as it said it.
class HookAnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::HookAnswerWords)
public:
    static QString told(const QString &kept);
};

} // namespace seonchak
