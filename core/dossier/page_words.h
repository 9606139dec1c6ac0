// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>

namespace seonchak::dossier {

/// A text of the page in both languages.
struct Words
{
    const char *key;
    const char *korean;
    const char *english;
};

/// If there is no text, the key itself in both languages.
Words wordsOf(const char *key);
/// What this dossier cannot show, because the book did not record it.
QList<Words> notShown(const QJsonObject &summary);

} // namespace seonchak::dossier
