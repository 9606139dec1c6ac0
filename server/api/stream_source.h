// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace seonchak::http {

class StreamDesk;

/// Where desks get their chunks from.
class StreamSource
{
public:
    /// The desk gets every chunk from now on, on the calling thread. From any thread.
    virtual void listen(std::weak_ptr<StreamDesk> desk) = 0;
    virtual void leave(const StreamDesk *desk) = 0;

protected:
    ~StreamSource() = default;
};

} // namespace seonchak::http
