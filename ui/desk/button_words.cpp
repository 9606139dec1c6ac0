// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/button_words.h"

#include <QAbstractButton>
#include <QRegularExpression>

namespace seonchak::buttonwords {

QString plain(QString text)
{
    static const QRegularExpression letter(QStringLiteral("\\s*\\(&\\w\\)"));
    return text.remove(letter).remove(QLatin1Char('&'));
}

QString of(const QAbstractButton &button)
{
    const QString words = plain(button.text());
    static const QRegularExpression sign(QStringLiteral("^\\W*$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    return sign.match(words).hasMatch() ? button.accessibleName() : words;
}

} // namespace seonchak::buttonwords
