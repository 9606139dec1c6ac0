// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"

#include <QCoreApplication>

#include <span>

namespace seonchak {

/// Why something failed, in the reader's language: by the kind that Error::names has, so that an English
/// sentence can be changed without anybody reading it in a Korean window.
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
    /// As known(). Where there is none, what the library said is made a sentence; the original stands behind
    /// that.
    static QString told(const Error &error, std::span<const Row> rows, const char *context,
                        const QString &place = {});
};

} // namespace seonchak
