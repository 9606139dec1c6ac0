// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/remote/desk_wire.h"

#include <utility>
#include <vector>

namespace seonchak {

namespace {
constexpr long keptConnections = 4;
}

DeskWire::DeskWire(DeskAddress address, QByteArray token)
    : m_address(std::move(address))
    , m_token(std::move(token))
    , m_multi(keptConnections, [this](CURL *easy, CURLcode code) { onDone(easy, code); })
{
}

DeskWire::~DeskWire()
{
    end();
}

void DeskWire::end()
{
    m_closed = true; // Callbacks below that send a new request are refused.
    hangUp();
    std::vector<std::pair<Promised<DeskAnswer>, DeskAnswer>> ends;
    for (auto &[easy, running] : m_running) {
        m_multi.remove(easy);
        if (running.answer)
            ends.emplace_back(*running.answer, running.call->finish(CURLE_ABORTED_BY_CALLBACK));
    }
    m_running.clear();
    for (auto &[answer, end] : ends)
        answer.deliver(std::move(end));
}

Promised<DeskAnswer> DeskWire::ask(const DeskRequest &request)
{
    Promised<DeskAnswer> answer;
    if (m_closed) {
        answer.deliver({});
        return answer;
    }
    auto call = std::make_unique<DeskCall>(m_address, m_token, request);
    CURL *const easy = call->easy();
    if (!easy || !m_multi.add(easy)) {
        answer.deliver({});
        return answer;
    }
    m_running.emplace(easy, Running{std::move(call), answer});
    return answer;
}

void DeskWire::listen(const DeskRequest &request, DeskCall::OnBytes onBytes, Ended ended)
{
    hangUp();
    if (m_closed)
        return ended({});
    auto call = std::make_unique<DeskCall>(m_address, m_token, request,
                                           [this](const QByteArray &bytes) { takeIn(bytes); });
    CURL *const easy = call->easy();
    if (!easy || !m_multi.add(easy))
        return ended({});
    m_stream = easy;
    m_onBytes = std::move(onBytes);
    m_ended = std::move(ended);
    m_running.emplace(easy, Running{std::move(call), std::nullopt});
}

void DeskWire::hangUp()
{
    if (!m_stream)
        return;
    m_multi.remove(m_stream);
    m_running.erase(std::exchange(m_stream, nullptr));
    m_ended = {};
    m_onBytes = {};
    m_inbox.clear();
}

void DeskWire::takeIn(const QByteArray &bytes)
{
    if (m_inbox.isEmpty())
        QMetaObject::invokeMethod(&m_loop, [this] { tellInbox(); }, Qt::QueuedConnection);
    m_inbox += bytes;
}

void DeskWire::tellInbox()
{
    const QByteArray bytes = std::exchange(m_inbox, {});
    const auto onBytes = m_onBytes; // It may hang up.
    if (!bytes.isEmpty() && onBytes)
        onBytes(bytes);
}

void DeskWire::onDone(CURL *easy, CURLcode code)
{
    const auto found = m_running.find(easy);
    if (found == m_running.end())
        return;
    m_multi.remove(easy);
    const Running running = std::move(found->second);
    m_running.erase(found);
    const DeskAnswer answer = running.call->finish(code);
    if (easy != m_stream)
        return running.answer->deliver(answer);
    tellInbox();
    if (m_stream != easy) // It has hung up.
        return;
    m_stream = nullptr;
    const Ended ended = std::exchange(m_ended, {});
    ended(answer);
}

} // namespace seonchak
