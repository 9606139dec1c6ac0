// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/head_rules.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace seonchak::http::rules {

namespace {

enum : quint8 { Token = 1, Target = 2, Value = 4, Host = 8, Hex = 16, Digit = 32 };

constexpr std::array<quint8, 256> makeClasses()
{
    std::array<quint8, 256> classes{};
    const auto mark = [&classes](std::string_view characters, quint8 bits) {
        for (const char c : characters)
            classes[static_cast<quint8>(c)] |= bits;
    };
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    constexpr std::string_view digits = "0123456789";
    mark(letters, Token | Host);
    mark(digits, Token | Host | Hex | Digit);
    mark("abcdefABCDEF", Hex);
    mark("!#$%&'*+-.^_`|~", Token);
    mark("-._~%!$&'()*+;=:[]", Host);
    for (int c = 0x21; c < 0x7f; ++c)
        classes[static_cast<std::size_t>(c)] |= c == '#' ? 0 : Target;
    for (int c = 0x20; c < 0x100; ++c)
        classes[static_cast<std::size_t>(c)] |= c == 0x7f ? 0 : Value;
    mark("\t", Value);
    return classes;
}

constexpr auto classes = makeClasses();

constexpr bool is(char c, quint8 bits)
{
    return (classes[static_cast<quint8>(c)] & bits) != 0;
}

bool all(QByteArrayView text, quint8 bits)
{
    return std::all_of(text.begin(), text.end(), [bits](char c) { return is(c, bits); });
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

int hexValue(char c)
{
    return is(c, Digit) ? c - '0' : lower(c) - 'a' + 10;
}

} // namespace

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && all(text, Token);
}

bool isTarget(QByteArrayView text)
{
    if (!text.startsWith('/') || !all(text, Target))
        return false;
    for (auto i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 3)) {
        if (i + 2 >= text.size() || !is(text[i + 1], Hex) || !is(text[i + 2], Hex))
            return false;
    }
    return true;
}

bool isFieldValue(QByteArrayView text)
{
    return all(text, Value);
}

bool isHost(QByteArrayView text)
{
    return !text.isEmpty() && all(text, Host);
}

std::optional<qint64> contentLength(QByteArrayView text)
{
    if (text.isEmpty() || !all(text, Digit))
        return std::nullopt;
    constexpr auto most = std::numeric_limits<qint64>::max();
    qint64 length = 0;
    for (const char c : text) {
        const qint64 digit = c - '0';
        if (length > (most - digit) / 10)
            return std::nullopt;
        length = length * 10 + digit;
    }
    return length;
}

std::optional<qint64> chunkSize(QByteArrayView line)
{
    const auto semicolon = line.indexOf(';');
    const auto digits = semicolon < 0 ? line : line.first(semicolon);
    if (digits.isEmpty() || digits.size() > 15 || !all(digits, Hex) || !all(line, Value))
        return std::nullopt;
    qint64 size = 0;
    for (const char c : digits)
        size = size * 16 + hexValue(c);
    return size;
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

bool equalsIgnoringCase(QByteArrayView text, QByteArrayView lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                      [](char a, char b) { return lower(a) == b; });
}

bool hasMember(QByteArrayView list, QByteArrayView lowerCase)
{
    while (!list.isEmpty()) {
        const auto comma = list.indexOf(',');
        if (equalsIgnoringCase(trimmed(comma < 0 ? list : list.first(comma)), lowerCase))
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

QByteArray fieldName(QByteArrayView text)
{
    static const std::array common{
        QByteArrayLiteral("host"),
        QByteArrayLiteral("accept"),
        QByteArrayLiteral("user-agent"),
        QByteArrayLiteral("connection"),
        QByteArrayLiteral("content-type"),
        QByteArrayLiteral("content-length"),
        QByteArrayLiteral("accept-encoding"),
        QByteArrayLiteral("accept-language"),
        QByteArrayLiteral("authorization"),
        QByteArrayLiteral("origin"),
        QByteArrayLiteral("referer"),
        QByteArrayLiteral("sec-fetch-site"),
    };
    for (const auto &name : common) {
        if (name.size() == text.size() && equalsIgnoringCase(text, name))
            return name;
    }
    QByteArray name(text.size(), Qt::Uninitialized);
    std::transform(text.begin(), text.end(), name.begin(), lower);
    return name;
}

QByteArray methodName(QByteArrayView text)
{
    static const std::array common{QByteArrayLiteral("POST"), QByteArrayLiteral("GET"),
                                   QByteArrayLiteral("PUT"), QByteArrayLiteral("DELETE")};
    const auto known = std::ranges::find(common, text);
    return known != common.end() ? *known : text.toByteArray();
}

} // namespace seonchak::http::rules
