// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/engine/sale_times_keeper.h"

#include "core/database/book/coupon_book.h"
#include "core/database/book/stock_turns.h"
#include "core/database/engine/sql_pool.h"
#include "core/database/journal/journal.h"
#include "core/issue/ground/turns.h"
#include "core/redis/connection.h"

namespace seonchak {

namespace {

/// The moment of a change, by both clocks.
struct Moment
{
    WallMs redis = 0; ///< by Redis' clock, which decides opening and closing
    WallMs here = 0;  ///< by this server's clock, which all records use
};

/// "Open now" and "Close now" are reported in their own transaction; scheduled changes are reported by the
/// sentry.
Result<void> tellStage(Session &session, const SaleTimesKeeper::Changed &changed, Moment now,
                       const HookOptions &hooks)
{
    using Stage = SaleTimes::Stage;
    const Stage stage = changed.after.stageAt(now.redis);
    if (stage == changed.before.stageAt(now.redis) || stage == Stage::Before)
        return {};
    const auto begun = book::beginning(session);
    if (!begun)
        return std::unexpected(begun.error());
    if (stage == Stage::During && *begun != book::Beginning::Begun)
        return {};
    const char *to = stage == Stage::After ? SaleTurn::closed : SaleTurn::open;
    const SaleTurn turn{QLatin1String(to), now.here, changed.after.mark, 0};
    const auto turned = turns::turnSale(session, turn, hooks);
    return turned ? Result<void>{} : std::unexpected(turned.error());
}

} // namespace

SaleTimesKeeper::SaleTimesKeeper(Parts parts)
    : m(std::move(parts))
    , m_tell(Script::fromResource(QStringLiteral("times")))
{
}

SaleTimesKeeper::Change SaleTimesKeeper::apply(Session &session, const SaleTimesChange &change, WallMs now)
{
    const auto text = book::meta(session, SaleTimes::field);
    if (!text)
        return std::unexpected(text.error());
    const SaleTimes before = SaleTimes::parse(*text);
    const auto after = change.appliedTo(before, now);
    if (!after)
        return std::unexpected(after.error());
    const auto written = book::setMeta(session, SaleTimes::field, after->toText());
    return written ? Change(Changed{before, *after}) : std::unexpected(written.error());
}

SaleTimesKeeper::Change SaleTimesKeeper::applyOnce(Session &session, const SaleTimesChange &change,
                                                   const book::Act &act, WallMs now)
{
    const auto begun = book::beginAct(session, act, -1, now);
    if (!begun)
        return std::unexpected(begun.error());
    if (begun->kind == book::Begun::Kind::Mismatch)
        return failure(Trouble::KeyMismatch, QStringLiteral("the key was used for another request"));
    const SaleTimes known = SaleTimes::parse(begun->act.note);
    if (begun->kind == book::Begun::Kind::Answered)
        return Changed{known, known, true};
    const Change changed = apply(session, change, now);
    if (!changed)
        return changed;
    book::Act done = begun->act;
    done.done = true;
    auto noted = book::noteAct(session, act.id, changed->after.toText());
    if (noted)
        noted = book::endAct(session, done,
                             QStringLiteral("done: ") + changed->after.toldAfter(changed->before), now);
    return noted ? changed : std::unexpected(noted.error());
}

QCoro::Task<Result<SaleTimesKeeper::Changed>> SaleTimesKeeper::change(SaleTimesChange change,
                                                                      std::optional<book::Act> act)
{
    const Moment now{m.sale.nowMs(), m.clock.wallMs()};
    std::function<Change(Session &)> work = [change, act, now, &hooks = m.hooks](Session &session) {
        const Change changed =
            act ? applyOnce(session, change, *act, now.redis) : apply(session, change, now.redis);
        if (!changed || changed->repeated)
            return changed;
        const auto told = tellStage(session, *changed, now, hooks);
        return told ? changed : Change(std::unexpected(told.error()));
    };
    const auto changed = co_await m.journal.write<Changed>(std::move(work));
    if (!changed)
        co_return std::unexpected(changed.error());
    m.sale.learn(changed->after);
    tellRedis();
    co_return changed;
}

QCoro::Task<Result<void>> SaleTimesKeeper::readBook()
{
    std::function<Result<SaleTimes>(Session &)> work = [](Session &session) -> Result<SaleTimes> {
        const auto text = book::meta(session, SaleTimes::field);
        return text ? Result<SaleTimes>(SaleTimes::parse(*text)) : std::unexpected(text.error());
    };
    const auto times = co_await m.pool.run<SaleTimes>(std::move(work));
    if (!times)
        co_return std::unexpected(times.error());
    m.sale.learn(*times);
    co_return Result<void>{};
}

void SaleTimesKeeper::compareWithRedis()
{
    tellRedis();
    const qint64 asked = m.clock.steadyNs();
    m.redis.command({"TIME"}, [this, asked](const RedisResult &reply) {
        if (!reply || reply->items.size() != 2)
            return;
        const qint64 halfMs = (m.clock.steadyNs() - asked) / 2'000'000;
        const WallMs theirs =
            reply->items[0].text.toLongLong() * 1000 + reply->items[1].text.toLongLong() / 1000;
        m.sale.learnOffset(theirs + halfMs - m.clock.wallMs());
    });
}

void SaleTimesKeeper::tellRedis()
{
    const std::vector<QByteArray> keys{m.keys.stats()};
    const std::vector<QByteArray> times{m.sale.times().toText()};
    m.redis.run(m_tell, keys, times, [this](const RedisResult &reply) {
        if (reply) // Otherwise the next comparison sends it again.
            m.sale.learn(SaleTimes::parse(reply->text));
    });
}

} // namespace seonchak
