// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/engine/list_statement.h"

namespace seonchak {

QByteArray ListStatement::text(std::size_t rows) const
{
    QByteArray sql(before);
    for (std::size_t row = 0; row < rows; ++row) {
        sql += row == 0 ? "(" : ",(";
        if (isNumbered)
            sql += QByteArray::number(qint64(row)) + ',';
        for (int column = 0; column < columns; ++column)
            sql += column == 0 ? "?" : ",?";
        sql += ')';
    }
    return sql + after;
}

} // namespace seonchak
