// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhook/hook_message.h"

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace seonchak {

/// Addresses that a receiver must not have.
struct HookBounds
{
    int ownPort = 0; ///< this server's own port; 0: none
    bool allowOwn = false;
    bool allowPrivate = false;
};

/// The result of one try.
struct HookAnswer
{
    int status = 0; ///< 0: no answer
    QString words;  ///< in English, for people

    [[nodiscard]] bool isAccepted() const { return status >= 200 && status < 300; }
    [[nodiscard]] bool isGone() const { return status == 410; }
};

/// One message on one curl handle. Redirects are not followed, environment proxies not used, certificates
/// verified. The peer's address is checked when the connection is established, before a byte of the message
/// is sent: by then a name may resolve to another address than when it was configured.
class HookExchange
{
public:
    static constexpr qsizetype mostBody = 64 * 1024; ///< longer answers are not read to their end

    HookExchange(const QByteArray &url, const HookMessage &message, HookBounds bounds,
                 std::chrono::milliseconds most);
    HookExchange(const HookExchange &) = delete;
    HookExchange &operator=(const HookExchange &) = delete;

    /// Null if memory ran out.
    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    /// The result, once curl has ended the transfer with `code`.
    [[nodiscard]] HookAnswer finish(CURLcode code) const;

private:
    struct CleanUp
    {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    void setRules(std::chrono::milliseconds most);
    void setMessage(const QByteArray &url, const HookMessage &message);
    [[nodiscard]] QString complaint(CURLcode code, int status) const;
    static int onConnected(void *self, char *theirs, char *ours, int theirPort, int ourPort);
    static size_t onHeader(char *data, size_t size, size_t count, void *self);
    static size_t onBody(char *data, size_t size, size_t count, void *self);

    const HookBounds m_bounds;
    std::unique_ptr<curl_slist, CleanUp> m_headers; ///< must outlive the handle that uses it
    std::unique_ptr<CURL, CleanUp> m_easy;
    QString m_refused; ///< why the connection was not used; empty if it was
    qsizetype m_headerBytes = 0;
    qsizetype m_bodyBytes = 0;
    QByteArray m_begin; ///< the start of the answer's body
};

} // namespace seonchak
