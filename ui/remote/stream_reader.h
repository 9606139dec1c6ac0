// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace seonchak {

/// Takes server-sent events apart, however the bytes are cut (HTML 9.2.6). An event that is larger than a
/// bound is passed over.
class StreamReader
{
public:
    struct Event
    {
        QByteArray name; ///< "message" where none was given
        QByteArray id;   ///< the last one that was given, also before
        QByteArray data;
    };
    using Take = std::function<void(const Event &)>;
    static constexpr qsizetype mostBytes = 4LL * 1024 * 1024;

    explicit StreamReader(Take take)
        : m_take(std::move(take))
    {
    }
    void read(const QByteArray &bytes);
    /// For another stream: what was begun is forgotten.
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
