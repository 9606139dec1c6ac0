// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace seonchak {

/// Translates the English messages of services and libraries.
class ReachWords
{
    Q_DECLARE_TR_FUNCTIONS(seonchak::ReachWords)
public:
    /// `raw`: the library's message. It follows the translated sentence, or stands alone if there is none.
    static QString because(const QString &raw);
    /// A whole sentence without the original, which belongs in a tool tip beside it.
    static QString told(const QString &raw);
    /// What the next start would be like if this is saved.
    static QString nextStart(const QString &key);

private:
    static QString sentence(const QString &raw);
};

} // namespace seonchak
