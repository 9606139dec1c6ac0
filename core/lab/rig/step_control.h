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

/// An issue that stands at the edge of a step of a server under test, and waits there to be let go.
struct Crossing
{
    quint64 id = 0; ///< unique for one server
    UserId user = 0;
    QByteArray step; ///< one of stepsOf(strategy)
    bool after = false;
};

/// The lab's side of a server's failpoints (core/issue/ground/failpoints.h): listens on a Unix socket of its
/// own, learns who has reached which step, and lets them go. For one server at a time, which is given
/// `--failpoints path()`. Blocks its thread; nothing of it may be used on two at once.
class StepControl
{
public:
    static Result<std::unique_ptr<StepControl>> listen();
    ~StepControl();
    StepControl(const StepControl &) = delete;
    StepControl &operator=(const StepControl &) = delete;

    /// Short enough for a Unix socket, in a directory that is ours alone; gone once the server has connected.
    [[nodiscard]] QString path() const { return m_path; }

    /// The next issue that reaches an edge, in the order in which the server said so. Nothing where none does
    /// within `patience`, where `stop` is asked for, or where the server is gone: isServerGone() tells.
    std::optional<Crossing> next(std::chrono::milliseconds patience, const std::stop_token &stop = {});
    /// Lets it go on. False: the server is gone.
    bool go(const Crossing &crossing);
    /// True once its end of the socket was seen to be closed: the server has ended, or been killed.
    [[nodiscard]] bool isServerGone() const { return m_gone; }

private:
    StepControl(QString directory, int listener);
    /// Reads what is there, after waiting for it for `most`.
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
