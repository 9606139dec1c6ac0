// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

/// SQL texts in which a name in braces stands for a number: "status = {Available}". The compiler puts the
/// numbers in, since an index WHERE status = 2 is only used for a text that has the 2 in it. At run time such
/// a text is a constant like QStringLiteral.
namespace seonchak::sqltext {

struct NamedNumber
{
    std::string_view name;
    int number = 0;
};

/// A string literal as a template argument.
template <std::size_t N>
struct Literal
{
    consteval Literal(const char (&literal)[N]) // NOLINT(google-explicit-constructor)
    {
        std::copy_n(literal, N, text.data());
    }
    std::array<char, N> text{};
};

template <std::size_t N>
struct Numbered
{
    std::array<char16_t, N> text{}; ///< ends with 0
    std::size_t size = 0;

    consteval void append(char letter) { text[size++] = char16_t(letter); }
    consteval void append(int number)
    {
        if (number >= 10)
            append(number / 10);
        append(char('0' + number % 10));
    }
};

/// Not constexpr: calling one of these is the error that the compiler reports.
void noSuchNameInSql();
void braceInSqlIsNotClosed();

/// A number has two digits at most, which is less than its name and the braces. The literal is a copy: with
/// UBSan, GCC 12 takes no address within a template argument for a constant.
template <std::size_t N, typename Names>
consteval Numbered<N> numbered(Literal<N> literal, const Names &names)
{
    Numbered<N> made;
    const std::string_view sql(literal.text.data(), N - 1);
    for (std::size_t at = 0; at < sql.size(); ++at) {
        if (sql[at] != '{') {
            made.append(sql[at]);
            continue;
        }
        const std::size_t end = sql.find('}', at);
        if (end == std::string_view::npos)
            braceInSqlIsNotClosed();
        const auto named = std::ranges::find(names, sql.substr(at + 1, end - at - 1), &NamedNumber::name);
        if (named == std::ranges::end(names))
            noSuchNameInSql();
        made.append(named->number);
        at = end;
    }
    return made;
}

template <Literal literal, const auto &names>
inline constexpr auto constant = numbered(literal, names);

template <Literal literal, const auto &names>
QString text()
{
    constexpr const auto &sql = constant<literal, names>;
    return QString::fromRawData(reinterpret_cast<const QChar *>(sql.text.data()), qsizetype(sql.size));
}

} // namespace seonchak::sqltext
