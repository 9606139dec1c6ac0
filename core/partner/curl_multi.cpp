// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/curl_multi.h"

#include <utility>

namespace seonchak {

CurlMulti::CurlMulti(long keptConnections, Done done)
    : m_done(std::move(done))
    , m_multi(curl_multi_init())
    , m_timer(new QTimer)
{
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlMulti::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlMulti::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, keptConnections);
    m_timer->setSingleShot(true);
    m_timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this] { act(CURL_SOCKET_TIMEOUT, 0); });
}

CurlMulti::~CurlMulti()
{
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, nullptr);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, nullptr);
    curl_multi_cleanup(m_multi);
}

bool CurlMulti::add(CURL *easy)
{
    return curl_multi_add_handle(m_multi, easy) == CURLM_OK;
}

void CurlMulti::remove(CURL *easy)
{
    curl_multi_remove_handle(m_multi, easy);
}

/// The notifier or timer may be the sender of the current signal.
void CurlMulti::Later::operator()(QObject *object) const
{
    object->disconnect();
    if (auto *notifier = qobject_cast<QSocketNotifier *>(object))
        notifier->setEnabled(false);
    else if (auto *timer = qobject_cast<QTimer *>(object))
        timer->stop();
    object->deleteLater();
}

int CurlMulti::onSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    const bool read = what == CURL_POLL_IN || what == CURL_POLL_INOUT;
    const bool write = what == CURL_POLL_OUT || what == CURL_POLL_INOUT;
    static_cast<CurlMulti *>(self)->watch(socket, read, write);
    return 0;
}

int CurlMulti::onTimer(CURLM *, long ms, void *self)
{
    // Must not call into curl, even for zero: this is called from within curl.
    auto &timer = *static_cast<CurlMulti *>(self)->m_timer;
    if (ms < 0)
        timer.stop();
    else
        timer.start(std::chrono::milliseconds(ms));
    return 0;
}

void CurlMulti::watch(curl_socket_t socket, bool read, bool write)
{
    auto &[reading, writing] = m_watches[socket];
    if (read && !reading)
        reading = notifier(socket, QSocketNotifier::Read, CURL_CSELECT_IN);
    if (write && !writing)
        writing = notifier(socket, QSocketNotifier::Write, CURL_CSELECT_OUT);
    if (reading)
        reading->setEnabled(read);
    if (writing)
        writing->setEnabled(write);
}

std::unique_ptr<QSocketNotifier, CurlMulti::Later> CurlMulti::notifier(curl_socket_t socket,
                                                                       QSocketNotifier::Type type, int events)
{
    std::unique_ptr<QSocketNotifier, Later> made(new QSocketNotifier(socket, type));
    QObject::connect(made.get(), &QSocketNotifier::activated, made.get(),
                     [this, socket, events] { act(socket, events); });
    return made;
}

void CurlMulti::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);

    // One at a time: a callback may add, remove, or destroy, and curl drops the result of a removed transfer.
    const std::weak_ptr<bool> alive = m_alive;
    const Done done = m_done;
    int left = 0;
    while (!alive.expired()) {
        const CURLMsg *message = curl_multi_info_read(m_multi, &left);
        if (!message)
            return;
        if (message->msg == CURLMSG_DONE)
            done(message->easy_handle, message->data.result);
    }
}

} // namespace seonchak
