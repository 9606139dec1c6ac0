// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace seonchak::http {

class StreamDesk;

/// Delivers chunks to desks.
class StreamSource
{
public:
    /// From now on the desk gets every chunk, on the calling thread. Thread-safe.
    virtual void listen(std::weak_ptr<StreamDesk> desk) = 0;
    virtual void leave(const StreamDesk *desk) = 0;

protected:
    ~StreamSource() = default;
};

} // namespace seonchak::http
