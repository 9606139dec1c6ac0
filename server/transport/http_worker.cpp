// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/http_worker.h"

#include "server/transport/listener.h"
#include "server/transport/poller.h"
#include "server/transport/qt_dispatch.h"

#include <unistd.h>

#include <chrono>

namespace seonchak::http {

namespace {
constexpr qsizetype readAtOnce = 64 * 1024;
constexpr std::chrono::milliseconds sweepEvery(500);
} // namespace

HttpWorker::HttpWorker(WorkerSettings settings, const Clock &clock)
    : m_poller(std::make_unique<Poller>([this](quint64 id, quint32 events) { m_table.onEvents(id, events); }))
    , m_dispatch(std::make_unique<QtDispatch>())
    , m_context{.clock = clock,
                .poller = *m_poller,
                .writer = ResponseWriter(clock, settings.times.idle / 1000),
                .sizes = settings.sizes,
                .times = settings.times,
                .budget = settings.budget ? std::move(settings.budget) : defaultBudget(),
                .inFlight = m_inFlight,
                .handler = std::move(settings.handler),
                .refuse = std::move(settings.refuse),
                .parsersAgree = [this](const Request &request) { return m_dispatch->agreesOn(request); },
                .resumeLater = {},
                .forget = {},
                .dropSlowest = {},
                .scratch = QByteArray(readAtOnce, Qt::Uninitialized)}
    , m_table(m_context)
{
    QObject::connect(&m_sweeper, &QTimer::timeout, &m_sweeper, [this] { sweep(); });
    m_sweeper.setTimerType(Qt::CoarseTimer);
    m_sweeper.start(sweepEvery);
}

HttpWorker::~HttpWorker() = default;

Result<void> HttpWorker::listen(const ReservedPort &port)
{
    const auto descriptor = port.openListener();
    if (!descriptor)
        return std::unexpected(descriptor.error());
    return listen(*descriptor);
}

Result<void> HttpWorker::listen(int descriptor)
{
    if (!m_poller->isValid()) {
        ::close(descriptor);
        return failure(Trouble::Unavailable, QStringLiteral("no descriptor left for epoll"));
    }
    auto listener = std::make_unique<Listener>([this](int accepted) { m_table.adopt(accepted); });
    if (!listener->start(descriptor))
        return failure(Trouble::Internal, listener->errorString());
    m_listener = listener.release();
    m_dispatch->attach(m_listener, [this](ParserSocket *socket) { m_listener->offer(socket); });
    return {};
}

void HttpWorker::stopAccepting()
{
    if (m_listener)
        m_listener->stop();
    m_context.closing = true;
    m_table.closeIdle();
}

void HttpWorker::sweep()
{
    m_table.sweep();
}

} // namespace seonchak::http
