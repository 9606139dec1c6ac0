// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/clock.h"
#include "core/coupon/coupon.h"
#include "core/database/book/book_identity.h"
#include "core/redis/keys.h"
#include "core/watch/held_codes.h"
#include "core/watch/user_key_sweep.h"

#include <qcoro/qcorotask.h>

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace seonchak {

class RedisConnection;
class SqlPool;

/// Checks that the content of Redis matches the book, code by code and user by user. This turns the
/// conservation sentence into one about identities: if the counts add up and each code that waits or is
/// reserved is a coupon of the stock and occurs there once, none is missing.
///
/// It runs continuously in slices, the stock from its end to its front: codes that leave at the front do not
/// move the others, and new codes move them in the direction of the sweep. Only what has changed since the
/// last round is looked up in the book, and some of the others each time. Redis is read before the book, so a
/// correct coupon in transit may look wrong for an instant: a fault is reported only after a second, later
/// look that reads both again. A stock of 20,000 takes half a second, a million a minute or two; while
/// requests come in, the sweep uses a fiftieth of the time. Lives on the engine's thread.
class IdentitySweep : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        RedisConnection &redis;
        SqlPool &pool;
        Keys keys;
        bool withUsers; ///< false if the book's row follows the user key, which a double click may change
        std::function<qint64()> generation; ///< of the Redis content; 0 while it cannot be trusted
        std::function<qint64()> requests;   ///< for coupons, answered so far
        const Clock &clock;
    };
    explicit IdentitySweep(Parts parts);

    void start();
    void stop();
    /// The present faults.
    [[nodiscard]] const QList<StockFault> &faults() const { return m_shown; }

Q_SIGNALS:
    void found(const StockFault &fault);

private:
    struct Suspect
    {
        StockFault::Kind kind;
        QByteArray code;
        qint64 place = 0; ///< from the end of the stock
    };
    static quint64 hashOf(const QByteArray &code) { return qHash(code, std::size_t(0)); }
    QCoro::Task<> turn();
    QCoro::Task<bool> step();
    void reset(qint64 generation);
    [[nodiscard]] int pauseAfter(qint64 workNs);
    void showFaults();
    void report(const StockFault &fault);
    QCoro::Task<bool> isSameContent();

    QCoro::Task<bool> beginRound();
    QCoro::Task<bool> stockSlice();
    void take(const QList<QByteArray> &codes, QList<QByteArray> &toAsk);
    QCoro::Task<bool> ask(QList<QByteArray> codes);
    QCoro::Task<bool> secondLook();
    QCoro::Task<bool> stillNear(QSet<QByteArray> &codes, qint64 from, qint64 to);
    QCoro::Task<bool> endRound();
    QCoro::Task<Result<QList<book::NotStock>>> notStock(QList<QByteArray> codes);

    Parts m;
    QTimer m_timer;
    bool m_running = false;
    qint64 m_generation = 0;
    qint64 m_requestsSeen = 0;
    qint64 m_seenNs = 0; ///< when m_requestsSeen was read
    bool m_busy = false; ///< at the end of the last turn

    bool m_inRound = false;
    qint64 m_taken = 0;                   ///< stock elements examined in this round
    QByteArray m_anchor;                  ///< the last examined element
    std::vector<quint64> m_before, m_now; ///< hashes of the stock, from its end, last round and this one
    std::size_t m_reference = 0;          ///< in m_before: the first from the end that was not suspect
    std::optional<qint64> m_shift;        ///< how much further from the end that element is in this round
    std::size_t m_rolling = 0;            ///< how many unchanged elements are looked up again
    QList<Suspect> m_suspects;
    QHash<quint64, int> m_doubles; ///< hashes that occurred twice in the last round → occurrences in this one
    QHash<quint64, QByteArray> m_doubleCodes;
    QList<StockFault> m_stockFaults; ///< of the last complete round
    QList<StockFault> m_roundFaults; ///< of this round so far
    HeldCodes m_held;
    UserKeySweep m_users;
    QList<StockFault> m_shown;
};

} // namespace seonchak
