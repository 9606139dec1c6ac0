// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QCoreApplication>

#include <span>

namespace seonchak {

/// Translates the reason of a failure by the kind in Error::names, so that changing an English sentence does
/// not lose its translation.
class ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::ReasonWords)
public:
    struct Row
    {
        const char *kind;
        const char *words; ///< marked by QT_TRANSLATE_NOOP for `context`; %1: `place`
    };
    /// The first row of a kind that the error has; empty where there is none.
    static QString known(const Error &error, std::span<const Row> rows, const char *context,
                         const QString &place = {});
    /// Like known(). If there is no such row: the library's message as a sentence, followed by the original.
    static QString told(const Error &error, std::span<const Row> rows, const char *context,
                        const QString &place = {});
};

} // namespace seonchak
