// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>
#include <QTimer>

#include <curl/curl.h>

#include <functional>
#include <memory>
#include <unordered_map>

namespace seonchak {

/// Keeps libcurl initialised during its lifetime. Reference-counted by libcurl, and thread-safe since 7.84.
class CurlLibrary
{
public:
    CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
    ~CurlLibrary() { curl_global_cleanup(); }
    CurlLibrary(const CurlLibrary &) = delete;
    CurlLibrary &operator=(const CurlLibrary &) = delete;
};

/// libcurl's multi interface on the creating thread's event loop: curl names the sockets and timeouts, Qt
/// waits for them.
class CurlMulti
{
public:
    /// Called from the event loop once for each finished transfer, while it is still added. May remove and
    /// add transfers, and may destroy this object.
    using Done = std::function<void(CURL *, CURLcode)>;

    /// `keptConnections`: how many idle connections stay open for reuse.
    CurlMulti(long keptConnections, Done done);
    /// Remove every transfer first.
    ~CurlMulti();
    CurlMulti(const CurlMulti &) = delete;
    CurlMulti &operator=(const CurlMulti &) = delete;

    /// Starts a transfer; the caller keeps ownership. Returns false if curl rejects it.
    bool add(CURL *easy);
    /// Removes a transfer, finished or not.
    void remove(CURL *easy);

private:
    struct Later
    {
        void operator()(QObject *object) const;
    };
    struct Watch
    {
        std::unique_ptr<QSocketNotifier, Later> read;
        std::unique_ptr<QSocketNotifier, Later> write;
    };

    static int onSocket(CURL *easy, curl_socket_t socket, int what, void *self, void *perSocket);
    static int onTimer(CURLM *multi, long ms, void *self);
    void watch(curl_socket_t socket, bool read, bool write);
    std::unique_ptr<QSocketNotifier, Later> notifier(curl_socket_t socket, QSocketNotifier::Type type,
                                                     int events);
    void act(curl_socket_t socket, int events);

    const CurlLibrary m_library;
    const Done m_done;
    CURLM *const m_multi;
    std::unique_ptr<QTimer, Later> m_timer;
    std::unordered_map<curl_socket_t, Watch> m_watches; ///< kept disabled between uses of a socket number
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace seonchak
