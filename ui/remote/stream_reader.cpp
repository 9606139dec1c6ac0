// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/stream_reader.h"

#include <utility>

namespace seonchak {

void StreamReader::read(const QByteArray &bytes)
{
    qsizetype from = 0;
    for (auto end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        m_line.append(bytes.constData() + from, end - from);
        from = end + 1;
        if (m_line.endsWith('\r'))
            m_line.chop(1);
        const QByteArray line = std::exchange(m_line, {});
        readLine(line);
    }
    m_line.append(bytes.constData() + from, bytes.size() - from);
    if (m_line.size() > mostBytes) {
        m_line.clear();
        m_isTooLong = true;
    }
}

void StreamReader::clear()
{
    m_line.clear();
    m_event = {};
    m_hasData = m_isTooLong = false;
}

void StreamReader::readLine(QByteArrayView line)
{
    if (line.isEmpty())
        return end();
    const auto colon = line.indexOf(':');
    if (colon == 0) // A comment.
        return;
    const auto field = colon < 0 ? line : line.first(colon);
    auto value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event") {
        m_event.name = value.toByteArray();
    } else if (field == "id") {
        m_event.id = value.toByteArray();
    } else if (field == "data") {
        if (std::exchange(m_hasData, true))
            m_event.data += '\n';
        m_event.data += value;
        if (m_event.data.size() > mostBytes) {
            m_event.data.clear();
            m_isTooLong = true;
        }
    }
}

void StreamReader::end()
{
    Event event = m_event;
    m_event.name.clear();
    m_event.data.clear();
    const bool isWhole = std::exchange(m_hasData, false) && !std::exchange(m_isTooLong, false);
    if (event.name.isEmpty())
        event.name = "message";
    if (isWhole)
        m_take(event);
}

} // namespace seonchak
