// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/coupon.h"
#include "core/coupon/error.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <stop_token>

namespace seonchak::lab {

/// An issue that waits at the edge of a step of a server under test.
struct Crossing
{
    quint64 id = 0; ///< unique for one server
    UserId user = 0;
    QByteArray step; ///< one of stepsOf(strategy)
    bool after = false;
};

/// The lab's side of a server's failpoints (core/issue/ground/failpoints.h): listens on its own Unix socket,
/// learns which issue has reached which step, and lets it continue. For one server at a time, which is
/// started with `--failpoints path()`. Blocks its thread; not thread-safe.
class StepControl
{
public:
    static Result<std::unique_ptr<StepControl>> listen();
    ~StepControl();
    StepControl(const StepControl &) = delete;
    StepControl &operator=(const StepControl &) = delete;

    /// Short enough for a Unix socket, in a directory accessible only to us; removed once the server has
    /// connected.
    [[nodiscard]] QString path() const { return m_path; }

    /// The next issue that reaches an edge, in the server's order. Nullopt if none does within `patience`, if
    /// `stop` is requested, or if the server has ended: see isServerGone().
    std::optional<Crossing> next(std::chrono::milliseconds patience, const std::stop_token &stop = {});
    /// Lets the issue continue. Returns false if the server has ended.
    bool go(const Crossing &crossing);
    /// Whether the server's end of the socket was seen closed: the server has ended or was killed.
    [[nodiscard]] bool isServerGone() const { return m_gone; }

private:
    StepControl(QString directory, int listener);
    /// Waits at most `most` for data, and reads it.
    void read(std::chrono::milliseconds most);
    void takeLine(const QByteArray &line);
    void removePath();

    QString m_directory;
    QString m_path;
    int m_listener = -1;
    int m_socket = -1; ///< -1: the server has not connected yet
    bool m_gone = false;
    QByteArray m_text;
    std::deque<Crossing> m_reached;
};

} // namespace seonchak::lab
