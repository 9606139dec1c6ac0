// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace seonchak {

/// An array of PostgreSQL as a text value, to be cast in the statement ("Array Input and Output Syntax" of
/// its manual). Private to core/database.
class PostgresArray
{
public:
    void append(qint64 number);
    /// `text`: UTF-8.
    void append(QByteArrayView text);
    void appendNull();

    [[nodiscard]] QString text() const { return QString::fromUtf8(m_elements + '}'); }

private:
    void separate();

    QByteArray m_elements = "{";
};

} // namespace seonchak
