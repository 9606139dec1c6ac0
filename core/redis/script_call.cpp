// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redis/script_call.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace seonchak {

namespace {

constexpr qsizetype longestNumber = 20;
constexpr qsizetype frameMost = 1 + longestNumber + 2 + 2; ///< '$', the length, two line ends

class Digits
{
public:
    explicit Digits(qint64 number)
        : m_end(std::to_chars(m_text.data(), m_text.data() + m_text.size(), number).ptr)
    {
    }
    [[nodiscard]] QByteArrayView view() const { return {m_text.data(), m_end}; }

private:
    std::array<char, longestNumber> m_text;
    char *m_end;
};

char *put(char *at, QByteArrayView text)
{
    return std::copy(text.begin(), text.end(), at);
}

char *putCount(char *at, char mark, qint64 count)
{
    *at++ = mark;
    at = std::to_chars(at, at + longestNumber, count).ptr;
    return put(at, "\r\n");
}

} // namespace

ScriptCall::ScriptCall(const Script &script, std::size_t keys, std::size_t arguments, std::size_t payload)
    : m_source(script.source)
{
    const auto count = qsizetype(keys + arguments) + 3;
    constexpr qsizetype usualFrame = 10;
    m_bytes.resize(qsizetype(payload) + count * usualFrame + 2 * frameMost + script.sha.size());
    char *const at = putCount(room(frameMost), '*', count);
    m_used = at - m_bytes.constData();
    add(QByteArrayView("EVALSHA"));
    add(QByteArrayView(script.sha));
    add(qint64(keys));
}

char *ScriptCall::room(qsizetype size)
{
    if (m_used + size > m_bytes.size())
        m_bytes.resize(2 * (m_used + size));
    return m_bytes.data() + m_used;
}

void ScriptCall::add(qint64 number)
{
    const Digits digits(number);
    write(digits.view(), {});
}

void ScriptCall::add(QByteArrayView text, qint64 number)
{
    const Digits digits(number);
    write(text, digits.view());
}

void ScriptCall::write(QByteArrayView first, QByteArrayView second)
{
    char *at = room(frameMost + first.size() + second.size());
    at = putCount(at, '$', first.size() + second.size());
    at = put(put(put(at, first), second), "\r\n");
    m_used = at - m_bytes.constData();
}

QByteArray ScriptCall::take()
{
    m_bytes.truncate(m_used);
    return std::move(m_bytes);
}

} // namespace seonchak
