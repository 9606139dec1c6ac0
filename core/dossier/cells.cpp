// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dossier/cells.h"

#include "core/coupon/csv_writer.h"
#include "core/coupon/utc_text.h"

#include <array>
#include <charconv>
#include <chrono>

namespace seonchak::dossier {

QByteArray timeText(WallMs at)
{
    return at == 0 ? QByteArray() : utcText(at);
}

std::optional<WallMs> timeFrom(QByteArrayView text)
{
    constexpr QByteArrayView form = "0000-00-00T00:00:00.000Z";
    if (text.size() != form.size())
        return std::nullopt;
    std::array<int, 7> parts{};
    std::size_t part = 0;
    for (qsizetype i = 0; i < form.size(); ++i) {
        if (form[i] != '0') {
            if (text[i] != form[i])
                return std::nullopt;
            ++part;
            continue;
        }
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        parts[part] = parts[part] * 10 + (text[i] - '0');
    }
    using namespace std::chrono;
    const year_month_day date{year(parts[0]), month(unsigned(parts[1])), day(unsigned(parts[2]))};
    if (!date.ok() || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
        return std::nullopt;
    const sys_time<milliseconds> at{sys_days(date) + hours(parts[3]) + minutes(parts[4]) + seconds(parts[5]) +
                                    milliseconds(parts[6])};
    return at.time_since_epoch().count();
}

void CellsOut::next()
{
    if (m_begun)
        m_line += ',';
    m_begun = true;
}

CellsOut &CellsOut::plain(QByteArrayView cell)
{
    next();
    m_line.append(cell.data(), std::size_t(cell.size()));
    return *this;
}

CellsOut &CellsOut::text(const QByteArray &cell)
{
    return plain(csvCell(cell));
}

CellsOut &CellsOut::number(qint64 value)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return plain(QByteArrayView(digits.data(), end.ptr));
}

CellsOut &CellsOut::time(WallMs at)
{
    if (at == 0)
        return plain({});
    const auto letters = utcLetters(at);
    return plain(QByteArrayView(letters.data(), qsizetype(letters.size())));
}

QByteArray CellsIn::next()
{
    m_good = m_good && m_at < m_cells.size();
    return m_good ? m_cells[m_at++] : QByteArray();
}

QByteArray CellsIn::text()
{
    return withoutGuard(next());
}

qint64 CellsIn::number()
{
    const QByteArray cell = next();
    qint64 value = 0;
    const char *end = cell.constData() + cell.size();
    const auto [stopped, trouble] = std::from_chars(cell.constData(), end, value);
    m_good = m_good && trouble == std::errc() && stopped == end;
    return value;
}

WallMs CellsIn::time()
{
    const QByteArray cell = next();
    if (cell.isEmpty())
        return 0;
    const auto at = timeFrom(cell);
    m_good = m_good && at;
    return at.value_or(0);
}

} // namespace seonchak::dossier
