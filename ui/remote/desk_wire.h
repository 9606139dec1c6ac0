// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/promised.h"
#include "core/partner/curl_multi.h"
#include "ui/remote/desk_call.h"

#include <QObject>

#include <optional>
#include <unordered_map>

namespace seonchak {

/// The attached window's connections to its server: any number of concurrent requests, and one stream. Lives
/// on the window's thread, which it never blocks. Destroying it ends pending requests as Broken.
class DeskWire
{
public:
    using Ended = std::function<void(const DeskAnswer &)>;

    /// `token`: empty: none.
    DeskWire(DeskAddress address, QByteArray token);
    ~DeskWire();
    DeskWire(const DeskWire &) = delete;
    DeskWire &operator=(const DeskWire &) = delete;

    [[nodiscard]] const DeskAddress &address() const { return m_address; }
    [[nodiscard]] bool hasToken() const { return !m_token.isEmpty(); }
    [[nodiscard]] Promised<DeskAnswer> ask(const DeskRequest &request);
    /// Ends the previous stream without calling its `ended`. `ended` is called once, unless hangUp() comes
    /// first.
    void listen(const DeskRequest &request, DeskCall::OnBytes onBytes, Ended ended);
    void hangUp();
    /// Ends everything immediately as Broken, and accepts nothing new.
    void end();

private:
    struct Running
    {
        std::unique_ptr<DeskCall> call;
        std::optional<Promised<DeskAnswer>> answer; ///< of a request
    };
    void takeIn(const QByteArray &bytes);
    void tellInbox();
    void onDone(CURL *easy, CURLcode code);

    const DeskAddress m_address;
    const QByteArray m_token;
    CurlMulti m_multi;
    std::unordered_map<CURL *, Running> m_running;
    bool m_closed = false;
    CURL *m_stream = nullptr;
    DeskCall::OnBytes m_onBytes;
    QByteArray m_inbox; ///< the stream's bytes, delivered from the event loop: callbacks from within curl may
                        ///< not send requests
    QObject m_loop;
    Ended m_ended;
};

} // namespace seonchak
