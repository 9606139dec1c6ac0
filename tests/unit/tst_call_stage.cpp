// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/path/call_stage.h"

#include <QTest>

using namespace seonchak;

namespace {
struct Asked
{
    int number;
    int generation;
};
} // namespace

class TestCallStage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoComesDuringACallJoinsTheNext();
    void aCallHasNoMoreThanIsAllowed();
    void aCallIsOfOneGeneration();
    void listsUseTheSameMemory();

private:
    static QList<int> begin(CallStage<Asked> &stage, std::size_t most)
    {
        QList<int> numbers;
        for (const Asked &one : stage.begin(most, [](const Asked &asked) { return asked.generation; }))
            numbers.append(one.number);
        return numbers;
    }
};

void TestCallStage::whoComesDuringACallJoinsTheNext()
{
    CallStage<Asked> stage;
    QVERIFY(!stage.isDue());
    stage.add({1, 7});
    QVERIFY(stage.isDue());
    QCOMPARE(begin(stage, 10), QList<int>{1});
    stage.add({2, 7});
    stage.add({3, 7});
    QVERIFY(!stage.isDue());
    QVERIFY(stage.ended());
    QVERIFY(stage.isDue());
    QCOMPARE(begin(stage, 10), (QList<int>{2, 3}));
    QVERIFY(!stage.ended());
    QVERIFY(!stage.isDue());
}

void TestCallStage::aCallHasNoMoreThanIsAllowed()
{
    CallStage<Asked> stage;
    for (int number = 1; number <= 5; ++number)
        stage.add({number, 7});
    QCOMPARE(begin(stage, 2), (QList<int>{1, 2}));
    QVERIFY(stage.ended());
    QCOMPARE(begin(stage, 2), (QList<int>{3, 4}));
    QVERIFY(stage.ended());
    QCOMPARE(begin(stage, 2), QList<int>{5});
}

/// The others keep their order and come next.
void TestCallStage::aCallIsOfOneGeneration()
{
    CallStage<Asked> stage;
    for (const Asked one : {Asked{1, 7}, Asked{2, 8}, Asked{3, 7}, Asked{4, 8}})
        stage.add(one);
    QCOMPARE(begin(stage, 10), (QList<int>{1, 3}));
    QVERIFY(stage.ended());
    QCOMPARE(begin(stage, 10), (QList<int>{2, 4}));
}

/// The list of an answered call is the one for the requests after the next call.
void TestCallStage::listsUseTheSameMemory()
{
    const auto any = [](const Asked &) { return 0; };
    CallStage<Asked> stage;
    stage.add({1, 7});
    auto first = stage.begin(10, any);
    constexpr std::size_t room = 100;
    first.reserve(room);
    stage.add({2, 7});
    QVERIFY(stage.ended());
    stage.reuse(std::move(first));
    QVERIFY(stage.begin(10, any).capacity() < room);
    stage.add({3, 7});
    QVERIFY(stage.ended());
    const auto third = stage.begin(10, any);
    QCOMPARE(third.size(), 1U);
    QCOMPARE(third.front().number, 3);
    QVERIFY(third.capacity() >= room);
}

QTEST_APPLESS_MAIN(TestCallStage)
#include "tst_call_stage.moc"
