// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/problem.h"
#include "server/transport/head_rules.h"

#include <algorithm>

namespace seonchak::http {

namespace {

/// A client's preference for one language (RFC 9110 12.5.4).
struct Wish
{
    int quality = -1; ///< in thousandths; below 0: not named
    qsizetype place = 0;

    void raise(int to, qsizetype at)
    {
        if (to > quality)
            *this = {to, at};
    }
};

bool isLanguageRange(QByteArrayView text)
{
    if (text == "*")
        return true;
    qsizetype begin = 0;
    do {
        const auto dash = text.indexOf('-', begin);
        const auto part = text.sliced(begin, (dash < 0 ? text.size() : dash) - begin);
        const bool isPlain = std::ranges::all_of(part, [begin](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (begin > 0 && c >= '0' && c <= '9');
        });
        if (part.isEmpty() || part.size() > 8 || !isPlain)
            return false;
        begin = dash < 0 ? text.size() : dash + 1;
        if (dash >= 0 && begin == text.size())
            return false;
    } while (begin < text.size());
    return true;
}

/// "0.25" in thousandths.
std::optional<int> qualityOf(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 5 || (text[0] != '0' && text[0] != '1'))
        return std::nullopt;
    if (text.size() > 1 && text[1] != '.')
        return std::nullopt;
    int thousandths = (text[0] - '0') * 1000;
    int worth = 100;
    for (const char c : text.sliced(std::min<qsizetype>(2, text.size()))) {
        if (c < '0' || c > '9')
            return std::nullopt;
        thousandths += (c - '0') * worth;
        worth /= 10;
    }
    return thousandths <= 1000 ? std::optional(thousandths) : std::nullopt;
}

/// Nullopt if there is a parameter other than a weight.
std::optional<int> weightOf(QByteArrayView parameters)
{
    const auto text = rules::trimmed(parameters);
    if (text.size() < 2 || (text[0] != 'q' && text[0] != 'Q') || text[1] != '=')
        return std::nullopt;
    return qualityOf(text.sliced(2));
}

QByteArray wishesOf(const Request &request)
{
    QByteArray all;
    for (const auto &[name, value] : request.headers) {
        if (name == "accept-language")
            all += (all.isEmpty() ? "" : ",") + value;
    }
    return all;
}

} // namespace

Language languageOf(const Request &request)
{
    Wish korean;
    Wish english;
    Wish others;
    const QByteArray all = wishesOf(request);
    if (all.isEmpty())
        return Language::Korean;
    qsizetype place = 0;
    for (const auto &part : all.split(',')) {
        const auto one = rules::trimmed(part);
        if (one.isEmpty())
            continue;
        const auto semicolon = one.indexOf(';');
        const auto range = rules::trimmed(semicolon < 0 ? one : one.first(semicolon));
        const auto weight = semicolon < 0 ? std::optional(1000) : weightOf(one.sliced(semicolon + 1));
        if (!weight || !isLanguageRange(range))
            return Language::Korean;
        const auto primary = range.first(std::min(range.size(), std::max<qsizetype>(range.indexOf('-'), 0)));
        const auto language = primary.isEmpty() ? range : primary;
        Wish *wish = rules::equalsIgnoringCase(language, "ko")   ? &korean
                     : rules::equalsIgnoringCase(language, "en") ? &english
                     : range == "*"                              ? &others
                                                                 : nullptr;
        if (wish)
            wish->raise(*weight, place);
        ++place;
    }
    for (Wish *wish : {&korean, &english}) {
        if (wish->quality < 0)
            *wish = others;
    }
    if (korean.quality == 0 && english.quality != 0) // Korean is explicitly refused
        return Language::English;
    const bool isEarlier = english.quality == korean.quality && english.place < korean.place;
    return english.quality > 0 && (english.quality > korean.quality || isEarlier) ? Language::English
                                                                                  : Language::Korean;
}

} // namespace seonchak::http
