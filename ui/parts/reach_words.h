// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace seonchak {

/// What services and libraries say in English, in the reader's language.
class ReachWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::ReachWords)
public:
    /// `raw`: what the library said. It stands behind the sentence; alone, where there is none for it.
    static QString because(const QString &raw);
    /// A whole sentence without the original, which belongs into a tool tip beside it.
    static QString told(const QString &raw);
    /// What the next start would be like where this is saved.
    static QString nextStart(const QString &key);

private:
    static QString sentence(const QString &raw);
};

} // namespace seonchak
