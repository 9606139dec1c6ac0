// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/postgres_array.h"

namespace seonchak {

void PostgresArray::separate()
{
    if (m_elements.size() > 1)
        m_elements += ',';
}

void PostgresArray::append(qint64 number)
{
    separate();
    m_elements += QByteArray::number(number);
}

void PostgresArray::append(QByteArrayView text)
{
    separate();
    m_elements += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            m_elements += '\\';
        m_elements += c;
    }
    m_elements += '"';
}

void PostgresArray::appendNull()
{
    separate();
    m_elements += "NULL";
}

} // namespace seonchak
