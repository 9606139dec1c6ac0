// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coupon/code_generator.h"

#include "core/coupon/code_text.h"

#include <QRandomGenerator>

#include <cmath>
#include <string_view>

namespace seonchak {

namespace {
constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t poolBytes = 4096;
static_assert(longestPrefix + CodeGenerator::maxLength <= longestCode);
} // namespace

CodeGenerator::CodeGenerator(QByteArray prefix, int length)
    : m_prefix(std::move(prefix))
    , m_length(length)
    , m_pool(poolBytes)
    , m_used(poolBytes)
{
}

unsigned char CodeGenerator::nextByte()
{
    if (m_used == m_pool.size()) {
        // QRandomGenerator::system() is documented as the operating system's cryptographic source.
        auto *words = reinterpret_cast<quint32 *>(m_pool.data());
        QRandomGenerator::system()->fillRange(words, qsizetype(m_pool.size() / sizeof(quint32)));
        m_used = 0;
    }
    return m_pool[m_used++];
}

QByteArray CodeGenerator::next()
{
    constexpr unsigned fair = 256 - 256 % alphabet.size();
    QByteArray code = m_prefix;
    code.reserve(m_prefix.size() + m_length);
    while (code.size() < m_prefix.size() + m_length) {
        const unsigned byte = nextByte();
        if (byte < fair)
            code.append(alphabet[byte % alphabet.size()]);
    }
    return code;
}

bool CodeGenerator::hasRoomFor(int length, qint64 count)
{
    constexpr double sparsity = 1000.0;
    return std::pow(double(alphabet.size()), length) >= double(count) * sparsity;
}

} // namespace seonchak
