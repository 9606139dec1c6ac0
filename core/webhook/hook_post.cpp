// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook/hook_post.h"

#include "core/database/book/book_rebuild.h"
#include "core/database/journal/journal.h"
#include "core/webhook/hook_plan.h"

#include <algorithm>

namespace seonchak {

namespace {
constexpr int onTheWayMost = 16; ///< to one receiver at a time
constexpr int keptConnections = 16;
constexpr std::size_t questionsMost = 8;
constexpr qint64 beatEveryNs = 1'000'000'000;
constexpr int sweptAfter = 500; ///< deliveries that ended
} // namespace

HookPost::HookPost(Parts parts)
    : m(std::move(parts))
    , m_multi(keptConnections, [this](CURL *easy, CURLcode code) { onDone(easy, code); })
    , m_pool(m.database, 1, questionsMost)
{
    for (const QString &url : m.options.urls)
        m_lines.push_back({url, HookWatch(std::chrono::nanoseconds(m.patience).count())});
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { round(); });
    m_timer.start(m.lookEvery);
}

HookPost::~HookPost()
{
    for (const auto &[easy, sending] : m_sending)
        m_multi.remove(easy);
}

void HookPost::stop()
{
    if (std::exchange(m_stopped, true))
        return;
    m_timer.stop();
    for (const auto &[easy, sending] : m_sending)
        m_multi.remove(easy);
    m_sending.clear();
    m.journal.writeBehind([outcomes = m_outcomes, me = m.me](Session &session) -> Result<void> {
        const auto noted = book::noteOutcomes(session, outcomes);
        return noted ? book::leaveReceivers(session, me) : noted;
    });
}

QCoro::Task<> HookPost::round()
{
    if (m_looking || m_stopped || m.ownPort.load() == 0 || !m.journal.isConnected())
        co_return;
    m_looking = true;
    m_again = false;
    const bool written = co_await writeOutcomes();
    for (std::size_t at = 0; written && at < m_lines.size() && !m_stopped; ++at)
        co_await serve(at);
    ++m_looks;
    m_looking = false;
    // Deliveries that ended during the look could not start another.
    if (written && (m_again || hasRoom()))
        QTimer::singleShot(0, &m_timer, [this] { round(); });
}

/// Whether half of a receiver's slots are free, or all of them, and more is due: then it does not wait for
/// the next look.
bool HookPost::hasRoom() const
{
    return std::ranges::any_of(m_lines, [this](const Line &line) {
        return line.onTheWay == 0 ? line.more || !m_outcomes.empty()
                                  : line.more && line.onTheWay <= onTheWayMost / 2;
    });
}

/// A delivery is released only when the book has its result: until then the book still lists it as due.
QCoro::Task<bool> HookPost::writeOutcomes()
{
    if (m_outcomes.empty())
        co_return true;
    std::vector<HookOutcome> outcomes = std::exchange(m_outcomes, {});
    QStringList gone;
    for (const HookOutcome &one : outcomes) {
        if (one.state == HookDelivery::State::SwitchedOff)
            gone.append(one.url);
    }
    std::function<Result<bool>(Session &)> work = [outcomes, gone,
                                                   now = m.clock.wallMs()](Session &session) -> Result<bool> {
        if (const auto noted = book::noteOutcomes(session, outcomes); !noted)
            return std::unexpected(noted.error());
        for (const QString &url : gone) {
            if (const auto off = book::switchOff(session, url, now); !off)
                return std::unexpected(off.error());
        }
        return true;
    };
    const auto written = co_await m.journal.write<bool>(std::move(work));
    if (!written) {
        m_outcomes.insert(m_outcomes.begin(), outcomes.begin(), outcomes.end());
        co_return false;
    }
    for (const HookOutcome &one : outcomes)
        m_held.erase(one.id);
    co_return true;
}

QCoro::Task<Result<HookPost::Look>> HookPost::look(const Line &line)
{
    const int most = onTheWayMost + int(m_held.size());
    std::function<Result<Look>(Session &)> read = [url = line.url, most,
                                                   now = m.clock.wallMs()](Session &session) -> Result<Look> {
        Look found;
        const auto done = session.snapshot([&]() -> Result<void> {
            auto receiver = book::hookReceiver(session, url);
            if (!receiver)
                return std::unexpected(receiver.error());
            auto due = book::dueHooks(session, url, now, most);
            if (!due)
                return std::unexpected(due.error());
            auto name = book::meta(session, "book");
            if (!name)
                return std::unexpected(name.error());
            found = {std::move(*receiver), std::move(*due), std::move(*name)};
            return {};
        });
        return done ? Result<Look>(std::move(found)) : std::unexpected(done.error());
    };
    co_return co_await m_pool.run<Look>(std::move(read));
}

QCoro::Task<> HookPost::serve(std::size_t at)
{
    Line &line = m_lines[at];
    line.more = false;
    const auto seen = co_await look(line);
    if (!seen || m_stopped)
        co_return; // Reported by the database's monitor; the next look retries.
    if (seen->due.isEmpty()) {
        line.watch.rest();
        co_return;
    }
    if (seen->receiver.offAt != 0) {
        std::function<Result<qint64>(Session &)> end = [url = line.url](Session &session) {
            return book::endUnsent(session, url);
        };
        (void)co_await m.journal.write<qint64>(std::move(end));
        co_return;
    }
    const bool ours = co_await hold(line, seen->receiver);
    if (!ours || m_stopped)
        co_return;
    for (const HookDelivery &delivery : seen->due) {
        if (m_held.contains(delivery.id))
            continue;
        line.more = line.onTheWay >= onTheWayMost;
        if (line.more)
            break;
        send(at, delivery, seen->book);
    }
    if (line.endedSinceSweep >= sweptAfter)
        co_await sweep(line);
}

QCoro::Task<bool> HookPost::hold(Line &line, HookReceiver seen)
{
    const qint64 now = m.clock.steadyNs();
    const bool mine = seen.owner == m.me;
    if (mine && now - line.beatNs < beatEveryNs)
        co_return true;
    if (!line.watch.mayTake(seen, m.me, now))
        co_return false;
    std::function<Result<bool>(Session &)> work = [seen, mine, me = m.me](Session &session) {
        return mine ? book::beatReceiver(session, seen.url, me) : book::takeReceiver(session, seen, me);
    };
    const auto held = co_await m.journal.write<bool>(std::move(work));
    if (!held || !*held)
        co_return false;
    line.beatNs = now;
    m_again = m_again || !mine;
    // If another server had it, the rows read may have been delivered meanwhile: read them again.
    co_return mine;
}

QCoro::Task<> HookPost::sweep(Line &line)
{
    line.endedSinceSweep = 0;
    std::function<Result<qint64>(Session &)> work = [url = line.url, most = m.historyMost](Session &session) {
        return book::sweepHooks(session, url, most);
    };
    const auto swept = co_await m.journal.write<qint64>(std::move(work));
    if (swept && *swept > 0)
        line.endedSinceSweep = sweptAfter; // There may be more.
}

void HookPost::send(std::size_t at, const HookDelivery &delivery, const QByteArray &book)
{
    const HookBounds bounds{m.ownPort.load(), m.options.allowOwn, m.options.allowPrivate};
    const auto message = hookMessage(book, delivery.event, m.options.keys, m.clock.wallMs());
    auto exchange = std::make_unique<HookExchange>(delivery.url.toUtf8(), message, bounds, m.answerWithin);
    CURL *const easy = exchange->easy();
    if (!easy || !m_multi.add(easy))
        return; // Out of memory: the next look retries.
    m_held.insert(delivery.id);
    ++m_lines[at].onTheWay;
    m_sending.emplace(easy, Sending{std::move(exchange), delivery, at});
}

void HookPost::onDone(CURL *easy, CURLcode code)
{
    auto node = m_sending.extract(easy);
    if (!node)
        return;
    m_multi.remove(easy);
    const Sending &sending = node.mapped();
    Line &line = m_lines[sending.line];
    --line.onTheWay;
    ++line.endedSinceSweep;
    m_outcomes.push_back(outcomeOf(sending.delivery, sending.exchange->finish(code), m.clock.wallMs()));
    tell(line, sending.delivery, m_outcomes.back());
    if (!m_looking && hasRoom())
        QTimer::singleShot(0, &m_timer, [this] { round(); });
}

/// An unreachable receiver is reported once, not for each of a thousand events.
void HookPost::tell(Line &line, const HookDelivery &delivery, const HookOutcome &outcome)
{
    using State = HookDelivery::State;
    const bool failed = outcome.state != State::Delivered;
    const QString where = shownHookUrl(line.url);
    if (outcome.state == State::SwitchedOff)
        m.log(QStringLiteral("the webhook %1 answered 410 and is switched off").arg(where));
    else if (outcome.state == State::GivenUp)
        m.log(QStringLiteral("the webhook %1 was not told of %2 and no further try is made: %3")
                  .arg(where, delivery.event.occurrence, outcome.answer));
    else if (failed && !line.failing)
        m.log(QStringLiteral("the webhook %1 fails and is tried again: %2").arg(where, outcome.answer));
    else if (!failed && line.failing)
        m.log(QStringLiteral("the webhook %1 takes what it is sent again").arg(where));
    line.failing = failed;
}

} // namespace seonchak
