// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/forwarded_header.h"

#include "server/api/authority.h"
#include "server/transport/head_rules.h"

#include <algorithm>

namespace seonchak::http {

namespace {

/// Reads a Forwarded header from left to right.
class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<QList<ForwardedHop>> hops()
    {
        QList<ForwardedHop> hops;
        do {
            ForwardedHop hop;
            bool isEmpty = true;
            do {
                skipBlanks();
                if (atEnd() || at(',') || at(';'))
                    continue;
                if (!readPair(hop))
                    return std::nullopt;
                isEmpty = false;
                skipBlanks();
            } while (take(';'));
            if (!isEmpty)
                hops.append(std::move(hop));
        } while (take(','));
        return atEnd() ? std::optional(std::move(hops)) : std::nullopt;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool at(char c) const { return !atEnd() && m_text[m_at] == c; }
    bool take(char c)
    {
        const bool found = at(c);
        m_at += found ? 1 : 0;
        return found;
    }
    void skipBlanks()
    {
        while (at(' ') || at('\t'))
            ++m_at;
    }

    QByteArray token()
    {
        const auto begin = m_at;
        while (!atEnd() && rules::isToken(m_text.sliced(m_at, 1)))
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toByteArray();
    }

    std::optional<QByteArray> value()
    {
        if (!take('"')) {
            auto word = token();
            return word.isEmpty() ? std::nullopt : std::optional(std::move(word));
        }
        QByteArray text;
        while (!atEnd() && !at('"')) {
            if (take('\\') && atEnd())
                return std::nullopt;
            text.append(m_text[m_at++]);
        }
        return take('"') ? std::optional(std::move(text)) : std::nullopt;
    }

    bool readPair(ForwardedHop &hop)
    {
        const QByteArray name = token().toLower();
        if (name.isEmpty() || !take('='))
            return false;
        auto text = value();
        if (!text)
            return false;
        auto *field = name == "for"     ? &hop.from
                      : name == "host"  ? &hop.host
                      : name == "proto" ? &hop.proto
                                        : nullptr;
        if (field && field->has_value()) // each at most once
            return false;
        if (field)
            *field = std::move(text);
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool isPort(QByteArrayView text)
{
    const bool isHidden = text.startsWith('_');
    return !text.isEmpty() && std::ranges::all_of(text.sliced(isHidden ? 1 : 0), [isHidden](char c) {
        return (c >= '0' && c <= '9') || (isHidden && rules::isToken(QByteArrayView(&c, 1)));
    });
}

} // namespace

std::optional<QList<ForwardedHop>> parseForwarded(QByteArrayView value)
{
    return Reader(value).hops();
}

QHostAddress nodeAddress(QByteArrayView node)
{
    node = rules::trimmed(node);
    if (node.startsWith('[')) {
        const auto end = node.indexOf(']');
        const auto rest = end < 0 ? QByteArrayView() : node.sliced(end + 1);
        if (end < 0 || (!rest.isEmpty() && (rest.front() != ':' || !isPort(rest.sliced(1)))))
            return {};
        return plainAddress(node.sliced(1, end - 1));
    }
    const auto colon = node.indexOf(':');
    const bool hasPort = colon >= 0 && node.lastIndexOf(':') == colon;
    if (hasPort && !isPort(node.sliced(colon + 1)))
        return {};
    return plainAddress(hasPort ? node.first(colon) : node);
}

} // namespace seonchak::http
