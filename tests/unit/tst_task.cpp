// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/promised.h"
#include "core/async/task.h"

#include <QTest>

#include <expected>
#include <memory>

using namespace seonchak;

namespace {

/// Tells when it goes: a frame that is left behind keeps it.
struct Witness
{
    explicit Witness(int *gone)
        : m_gone(gone, [](int *count) { ++*count; })
    {
    }

private:
    std::shared_ptr<int> m_gone;
};

Task<int> atOnce(int value, Witness witness)
{
    Q_UNUSED(witness)
    co_return value;
}

Task<int> later(Promised<int> value, Witness witness)
{
    Q_UNUSED(witness)
    co_return co_await value;
}

Task<> notes(Promised<int> value, int *into, Witness witness)
{
    *into = co_await later(value, witness); // keeps one, for its own frame
}

Task<int> nested(int depth)
{
    if (depth == 0)
        co_return 0;
    co_return 1 + co_await nested(depth - 1);
}

Task<std::expected<bool, QString>> answers(bool well)
{
    if (!well)
        co_return std::unexpected(QStringLiteral("not well"));
    co_return true;
}

QCoro::Task<int> ofQCoro(Promised<int> value)
{
    co_return co_await value;
}

Task<int> awaitsQCoro(Promised<int> value)
{
    co_return co_await ofQCoro(value);
}

} // namespace

class TestTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsAtOnce()
    {
        int gone = 0;
        const Promised<int> value;
        int noted = 0;
        {
            const auto task = notes(value, &noted, Witness(&gone));
            QVERIFY(!task.isReady());
            value.deliver(7);
            QVERIFY(task.isReady());
            QCOMPARE(noted, 7);
        }
        QCOMPARE(gone, 1);
        QCOMPARE(TaskHome::current()->waiting(), 0);
    }

    void goesOnWithoutAnOwner()
    {
        int gone = 0;
        int noted = 0;
        const Promised<int> value;
        (void)notes(value, &noted, Witness(&gone));
        QCOMPARE(gone, 0);
        QCOMPARE(TaskHome::current()->waiting(), 1);
        value.deliver(8);
        QCOMPARE(noted, 8);
        QCOMPARE(gone, 1);
    }

    void whatHasEndedNeedsNoAwait()
    {
        int gone = 0;
        (void)atOnce(1, Witness(&gone));
        QCOMPARE(gone, 1);
        auto first = atOnce(1, Witness(&gone));
        QCOMPARE(gone, 1);
        first = atOnce(2, Witness(&gone));
        QCOMPARE(gone, 2);
        QCOMPARE(QCoro::waitFor(first), 2);
    }

    void mayBeAwaitedAfterItsEnd()
    {
        int gone = 0;
        int noted = 0;
        const Promised<int> value;
        value.deliver(3);
        (void)notes(value, &noted, Witness(&gone));
        QCOMPARE(noted, 3);
        QCOMPARE(gone, 1);
    }

    void nests() { QCOMPARE(QCoro::waitFor(nested(200)), 200); }

    void answersWhatConvertsToItsValue()
    {
        QVERIFY(QCoro::waitFor(answers(true)).value());
        QCOMPARE(QCoro::waitFor(answers(false)).error(), QStringLiteral("not well"));
    }

    void standsBesideQCoros()
    {
        const Promised<int> value;
        const auto task = awaitsQCoro(value);
        value.deliver(9);
        QCOMPARE(QCoro::waitFor(task), 9);
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
