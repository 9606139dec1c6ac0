// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace seonchak {

/// Parses server-sent events, however the bytes are split (HTML 9.2.6). An event above the size limit is
/// skipped.
class StreamReader
{
public:
    struct Event
    {
        QByteArray name; ///< "message" if none was given
        QByteArray id;   ///< the most recent id, even from an earlier event
        QByteArray data;
    };
    using Take = std::function<void(const Event &)>;
    static constexpr qsizetype mostBytes = 4LL * 1024 * 1024;

    explicit StreamReader(Take take)
        : m_take(std::move(take))
    {
    }
    void read(const QByteArray &bytes);
    /// Resets it for another stream: an incomplete event is dropped.
    void clear();

private:
    void readLine(QByteArrayView line);
    void end();

    const Take m_take;
    QByteArray m_line;
    Event m_event;
    bool m_hasData = false;
    bool m_isTooLong = false;
};

} // namespace seonchak
