// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/webhook/hook_message.h"

#include <curl/curl.h>

#include <chrono>
#include <memory>

namespace seonchak {

/// What a receiver's address must not be.
struct HookBounds
{
    int ownPort = 0; ///< of this server; 0: none
    bool allowOwn = false;
    bool allowPrivate = false;
};

/// What came of one try.
struct HookAnswer
{
    int status = 0; ///< 0: there was no answer
    QString words;  ///< in English, for people

    [[nodiscard]] bool isAccepted() const { return status >= 200 && status < 300; }
    [[nodiscard]] bool isGone() const { return status == 410; }
};

/// One message on its way, on one curl handle. Redirects are not followed, the proxies of the environment not
/// used, certificates verified. Where the connection leads is looked at when it is there, before a byte of
/// the message leaves: a name may mean another address by then than when it was configured.
class HookExchange
{
public:
    static constexpr qsizetype mostBody = 64 * 1024; ///< an answer that is longer is not read to its end

    HookExchange(const QByteArray &url, const HookMessage &message, HookBounds bounds,
                 std::chrono::milliseconds most);
    HookExchange(const HookExchange &) = delete;
    HookExchange &operator=(const HookExchange &) = delete;

    /// Null where memory ran out.
    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    /// What came of it, once curl has ended it with `code`.
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
    std::unique_ptr<curl_slist, CleanUp> m_headers; ///< outlives the handle that uses it
    std::unique_ptr<CURL, CleanUp> m_easy;
    QString m_refused; ///< why the connection was not used; empty: it was
    qsizetype m_headerBytes = 0;
    qsizetype m_bodyBytes = 0;
    QByteArray m_begin; ///< of the answer's body
};

} // namespace seonchak
