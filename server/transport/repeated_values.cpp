// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/repeated_values.h"

#include <algorithm>

namespace seonchak::http {

namespace {

constexpr qsizetype longestValue = 128;

bool mayBeRemembered(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 9> plain{"host",           "accept",       "user-agent",
                                                  "connection",     "content-type", "accept-encoding",
                                                  "content-length", "origin",       "accept-language"};
    return std::ranges::find(plain, name) != plain.end();
}

} // namespace

QByteArray RepeatedValues::of(const QByteArray &name, QByteArrayView value)
{
    if (value.isEmpty() || value.size() > longestValue)
        return value.toByteArray();
    const auto place = std::size_t(value.size()) * 7 + quint8(value.front()) + quint8(value.back());
    QByteArray &known = m_values[place % m_values.size()];
    if (known == value)
        return known;
    if (!mayBeRemembered(name))
        return value.toByteArray();
    return known = value.toByteArray();
}

} // namespace seonchak::http
