// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/json_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace seonchak::json {

namespace {

/// An open structure at the present position: an object with its keys so far, or an array.
struct Level
{
    bool isObject = false;
    bool isKeyNext = false;
    QSet<QByteArray> keys;
};

/// The position after the string that starts at `begin`, including its quotation marks.
qsizetype endOfText(const QByteArray &text, qsizetype begin)
{
    auto at = begin + 1;
    while (at < text.size() && text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

QByteArray keyOf(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return quoted.sliced(1, std::max<qsizetype>(quoted.size() - 2, 0));
    return QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString().toUtf8();
}

} // namespace

std::optional<QString> doubledKey(const QByteArray &text)
{
    std::vector<Level> levels;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"') {
            const auto end = endOfText(text, at);
            if (!levels.empty() && std::exchange(levels.back().isKeyNext, false)) {
                QByteArray key = keyOf(text.sliced(at, end - at));
                if (levels.back().keys.contains(key))
                    return QString::fromUtf8(key);
                levels.back().keys.insert(std::move(key));
            }
            at = end;
            continue;
        }
        if (c == '{' || c == '[')
            levels.push_back({c == '{', c == '{', {}});
        else if ((c == '}' || c == ']') && !levels.empty())
            levels.pop_back();
        else if (c == ',' && !levels.empty())
            levels.back().isKeyNext = levels.back().isObject;
        ++at;
    }
    return std::nullopt;
}

} // namespace seonchak::json
