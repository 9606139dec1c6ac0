// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QCoreApplication>

namespace seonchak {

/// Why the books could not be closed, in the reader's language.
class BooksWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::BooksWords)
public:
    /// `folder`: where the dossier was to go.
    static QString reason(const Error &error, const QString &folder);
    /// What the judge found, which is English: the original belongs into a tool tip beside it.
    static QString fault(const QString &found);
};

} // namespace seonchak
