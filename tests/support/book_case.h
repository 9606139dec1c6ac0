// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/coupon_book.h"
#include "core/database/book/issue_rows.h"
#include "core/database/engine/rows.h"
#include "tests/support/database_fixture.h"

#include <QTest>

#include <memory>

/// A book per test row, and operations that its tests repeat.
namespace seonchak::testing {

constexpr WallMs now = 1'700'000'000'000;

inline QList<QByteArray> codes(int first, int count)
{
    QList<QByteArray> result;
    for (int i = first; i < first + count; ++i)
        result.append("C" + QByteArray::number(1000 + i));
    return result;
}

inline QList<QByteArray> codesOf(const std::vector<book::StockRow> &rows)
{
    QList<QByteArray> result;
    for (const auto &row : rows)
        result.append(row.code);
    return result;
}

inline QList<QByteArray> codesOf(const Result<QList<Coupon>> &coupons)
{
    QList<QByteArray> result;
    for (const Coupon &coupon : coupons.value_or(QList<Coupon>{}))
        result.append(coupon.code);
    return result;
}

/// Books one entry in its own transaction.
inline Result<Booked> issue(Session &session, UserId user, const QByteArray &code, qint64 reservation)
{
    Result<Booked> answer = failure(Trouble::Internal, QStringLiteral("no answer"));
    const std::vector<IssueEntry> entries{{user, code, reservation, now}};
    const auto done = session.transaction([&]() -> Result<void> {
        auto answers = book::writeIssues(session, entries);
        if (!answers)
            return std::unexpected(answers.error());
        answer = answers->front();
        return {};
    });
    return done ? answer : std::unexpected(done.error());
}

inline Result<void> changeDoubt(Session &session, UserId user, const QByteArray &code, qint64 reservation,
                                bool open = true)
{
    const std::vector<book::DoubtChange> changes{{{reservation, user, code, now}, open}};
    const auto answers = book::writeDoubts(session, changes);
    return answers ? answers->front() : std::unexpected(answers.error());
}

inline QList<qint64> listOf(const book::Counts &c)
{
    return {c.generated, c.staged, c.available, c.pushing, c.inDoubt, c.issued, c.voided, c.markedIssued};
}

/// The counts, computed from every row.
inline QList<qint64> truth(Session &session)
{
    book::Counts counts;
    const QString sql =
        QStringLiteral("SELECT c.status, (SELECT count(*) FROM issue i WHERE i.coupon_id = c.id),"
                       " (SELECT count(*) FROM doubt d WHERE d.coupon_id = c.id) FROM coupon c");
    const auto read = eachRow(session, sql, {}, [&](const QSqlQuery &row) {
        const int status = row.value(0).toInt();
        ++counts.generated;
        counts.markedIssued += status == 4;
        if (row.value(1).toInt() > 0) {
            ++counts.issued;
        } else if (row.value(2).toInt() > 0) {
            ++counts.inDoubt;
        } else {
            counts.staged += status == 0 || status == 1;
            counts.pushing += status == 1;
            counts.available += status == 2;
            counts.voided += status == 5;
        }
    });
    return read ? listOf(counts) : QList<qint64>{};
}

class BookCase : public QObject
{
protected:
    /// Opens a new book on this row's engine.
    void open();
    /// Adds coupons that went through a push.
    void stock(const QList<QByteArray> &codes, qint64 batch);
    CouponId idOf(const QByteArray &code);
    book::Rename onlyRename();
    QByteArray shown(const QByteArray &code);

    DatabaseFixture m_databases;
    DatabaseUrl m_url;
    std::unique_ptr<Session> m_session;
};

inline void BookCase::open()
{
    QFETCH(QString, engine);
    m_url = m_databases.migrated(engine);
    m_session = DatabaseFixture::open(m_url);
}

inline void BookCase::stock(const QList<QByteArray> &added, qint64 batch)
{
    QCOMPARE(book::addFresh(*m_session, added, now).value_or(-1), added.size());
    const auto slice = book::claimForPush(*m_session, batch, int(added.size()), now);
    QVERIFY(slice);
    QCOMPARE(slice->codes, added);
    QCOMPARE(book::finishPush(*m_session, batch).value_or(-1), added.size());
}

inline CouponId BookCase::idOf(const QByteArray &code)
{
    const auto coupon = book::byCode(*m_session, code);
    return coupon && *coupon ? (*coupon)->id : 0;
}

inline QByteArray BookCase::shown(const QByteArray &code)
{
    const auto coupon = book::byCode(*m_session, code);
    return coupon && *coupon ? statusName((*coupon)->status) : QByteArray("none");
}

inline book::Rename BookCase::onlyRename()
{
    const auto renames = book::unfinishedRenames(*m_session);
    return renames && renames->size() == 1 ? renames->front() : book::Rename{};
}

} // namespace seonchak::testing
