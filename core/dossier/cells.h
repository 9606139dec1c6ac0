// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string>

namespace seonchak::dossier {

/// A time as the records have it; 0 is empty.
QByteArray timeText(WallMs at);
/// The reverse, of exactly that form; nothing where it is another. Millions are read.
std::optional<WallMs> timeFrom(QByteArrayView text);

/// One row of CSV on its way out, cell by cell. A std::string, for appending to it is what takes the time.
class CellsOut
{
public:
    CellsOut() { m_line.reserve(usualLine); }
    CellsOut &text(const QByteArray &cell); ///< any text
    CellsOut &plain(QByteArrayView cell);   ///< a word of ours, which needs no quotes
    CellsOut &number(qint64 value);
    CellsOut &time(WallMs at);
    std::string line() { return std::move(m_line += "\r\n"); }

private:
    static constexpr std::size_t usualLine = 240;
    void next();

    std::string m_line;
    bool m_begun = false;
};

/// One row on its way in. What cannot be read makes areAllRead() false.
class CellsIn
{
public:
    explicit CellsIn(const QList<QByteArray> &cells)
        : m_cells(cells)
    {
    }
    QByteArray text();
    qint64 number();
    WallMs time();
    /// Every cell was read, none was missing or senseless.
    [[nodiscard]] bool areAllRead() const { return m_good && m_at == m_cells.size(); }

private:
    QByteArray next();

    const QList<QByteArray> &m_cells;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace seonchak::dossier
