// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace seonchak::dossier {

/// The words of the page in both languages.
struct Words
{
    const char *key;
    const char *korean;
    const char *english;
};

/// The key itself in both languages where there are none.
Words wordsOf(const char *key);
/// What this dossier cannot tell, for the book did not keep it.
QList<Words> notShown(const QJsonObject &summary);

} // namespace seonchak::dossier
