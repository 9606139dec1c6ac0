// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string>

namespace seonchak::dossier {

/// A time in the records' format; 0 is empty.
QByteArray timeText(WallMs at);
/// Parses exactly that format; nullopt for any other. Fast enough for millions.
std::optional<WallMs> timeFrom(QByteArrayView text);

/// Writes one row of CSV, cell by cell. Uses std::string because appending takes most of the time.
class CellsOut
{
public:
    CellsOut() { m_line.reserve(usualLine); }
    CellsOut &text(const QByteArray &cell); ///< any text
    CellsOut &plain(QByteArrayView cell);   ///< one of our words, which needs no quotes
    CellsOut &number(qint64 value);
    CellsOut &time(WallMs at);
    std::string line() { return std::move(m_line += "\r\n"); }

private:
    static constexpr std::size_t usualLine = 240;
    void next();

    std::string m_line;
    bool m_begun = false;
};

/// Reads one row. An invalid cell makes areAllRead() false.
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
    /// Every cell was read, none was missing or invalid.
    [[nodiscard]] bool areAllRead() const { return m_good && m_at == m_cells.size(); }

private:
    QByteArray next();

    const QList<QByteArray> &m_cells;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace seonchak::dossier
