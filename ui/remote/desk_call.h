// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/desk_address.h"
#include "ui/remote/attach_trouble.h"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <functional>
#include <memory>

namespace seonchak {

struct DeskRequest
{
    QByteArray method = "GET";
    QByteArray path; ///< relative to the base, percent-encoded, with its query
    QByteArray body = {};
    QByteArray key = {};                     ///< Idempotency-Key; empty: none
    bool prefersAsync = false;               ///< a job is acceptable as the answer
    QByteArray lastEventId = {};             ///< for a stream
    QByteArray language = "en";              ///< affects only texts that come from the server
    std::chrono::milliseconds limit{20'000}; ///< 0: none
};

struct DeskAnswer
{
    enum class Kind {
        NotSent, ///< no byte of the request was sent
        Broken,  ///< it was sent, perhaps partly, and no complete answer came
        Complete,
    } kind = Kind::NotSent;
    AttachFailure failure; ///< with NotSent and Broken
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    int retryAfter = 0; ///< seconds

    /// From our server, not from a proxy in front of it.
    [[nodiscard]] bool isJson() const;
    [[nodiscard]] bool isGood() const { return kind == Kind::Complete && status >= 200 && status < 300; }
};

/// One request of an attached window on one curl handle. Certificates are always verified, with the system's
/// authorities or those in the file named by SSL_CERT_FILE; redirects are never followed.
class DeskCall
{
public:
    using OnBytes = std::function<void(const QByteArray &)>;
    static constexpr qsizetype mostBody = 64LL * 1024 * 1024;

    /// With `onBytes` the body of an event stream is passed on piece by piece, and not kept.
    DeskCall(const DeskAddress &address, const QByteArray &token, const DeskRequest &request,
             OnBytes onBytes = {});
    DeskCall(const DeskCall &) = delete;
    DeskCall &operator=(const DeskCall &) = delete;

    /// Null if memory ran out.
    [[nodiscard]] CURL *easy() const { return m_easy.get(); }
    /// The result, once curl has ended the transfer with `code`.
    DeskAnswer finish(CURLcode code);

private:
    struct CleanUp
    {
        void operator()(CURL *easy) const { curl_easy_cleanup(easy); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    void setWay(const DeskAddress &address);
    void setRules(std::chrono::milliseconds limit);
    void setRequest(const QByteArray &token, const DeskRequest &request);
    void readHead(DeskAnswer &answer) const;
    [[nodiscard]] bool isStream() const;
    [[nodiscard]] AttachFailure failureOf(CURLcode code) const;
    static int onRequest(void *self, char *, char *, int, int);
    static size_t onBody(char *data, size_t size, size_t count, void *self);

    const bool m_isSocket;
    std::unique_ptr<curl_slist, CleanUp> m_headers; ///< must outlive the handle that uses it
    std::unique_ptr<CURL, CleanUp> m_easy;
    OnBytes m_onBytes;
    bool m_sending = false;
    QByteArray m_body;
    std::array<char, CURL_ERROR_SIZE> m_words{};
};

} // namespace seonchak
