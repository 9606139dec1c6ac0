// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_document.h"

#include "server/api/json_keys.h"

namespace seonchak::json {

Result<QJsonDocument> parse(const QByteArray &body, bool &notJson)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    notJson = error.error != QJsonParseError::NoError;
    if (notJson)
        return failure(Trouble::BadInput,
                       QStringLiteral("%1 at byte %2").arg(error.errorString()).arg(error.offset));
    if (const auto key = doubledKey(body))
        return failure(Trouble::BadInput, QStringLiteral("the key \"%1\" stands twice").arg(key->left(64)));
    return document;
}

} // namespace seonchak::json
