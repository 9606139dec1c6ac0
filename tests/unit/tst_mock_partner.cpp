// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/partner/mock_partner.h"
#include "core/partner/partner_house.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <numeric>
#include <thread>
#include <vector>

using namespace seonchak;

namespace {

std::vector<Fate> fates(MockRates rates, quint64 seed, quint64 count)
{
    std::vector<Fate> all;
    for (quint64 n = 0; n < count; ++n)
        all.push_back(fateOf(rates, seed, n));
    return all;
}

qint64 countOf(const std::vector<Fate> &all, Fate wanted)
{
    return std::count(all.begin(), all.end(), wanted);
}

/// A seed whose first send has that fate.
quint64 seedWith(MockRates rates, Fate first)
{
    quint64 seed = 0;
    while (fateOf(rates, seed, 0) != first)
        ++seed;
    return seed;
}

QByteArray numbered(const char *what, int n)
{
    return what + QByteArray::number(n);
}

constexpr MockRates neverFails{0, 0};
constexpr MockRates losesAll{0, 1};

} // namespace

class MockPartnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesAreKept();
    void ratesAtTheirEnds();
    void sameSeedSameFate();
    void memoryFollowsTheFates();
    void acceptedIsRemembered();
    void sameKeyIsTheSameCall();
    void refusedIsNotRegistered();
    void anotherKeyOrUserFindsItTaken();
    void lostAfterActingIsHeld();
    void lostBeforeActingIsNot();
    void withdrawnIsForgotten();
    void memoryIsBounded();
    void doubtsOutliveTheBusySale();
    void doubtsAreBoundedToo();
    void noLatencyNeedsNoEventLoop();
    void latencyWaitsWithoutBlocking();
    void latencyBeyondTheTimeOutIsUnknown();
    void destructionEndsThePauses();
    void threadsShareOneMemory();
    void houseCountsAndDescribes();
    void cancelledCallsEndAtOnce();
    void partnerUrls_data();
    void partnerUrls();
};

void MockPartnerTest::ratesAreKept()
{
    constexpr quint64 many = 100'000;
    const auto all = fates({0.1, 0.2}, 42, many);
    const qint64 refused = countOf(all, Fate::Refuse);
    const qint64 after = countOf(all, Fate::LoseAfterActing);
    const qint64 before = countOf(all, Fate::LoseBeforeActing);
    // Six standard deviations around 10 %, and around 9 % each (half of 20 % of the remaining 90 %).
    QVERIFY2(qAbs(refused - 10'000) < 570, qPrintable(QString::number(refused)));
    QVERIFY2(qAbs(after - 9'000) < 545, qPrintable(QString::number(after)));
    QVERIFY2(qAbs(before - 9'000) < 545, qPrintable(QString::number(before)));
}

void MockPartnerTest::ratesAtTheirEnds()
{
    QCOMPARE(countOf(fates({1, 1}, 7, 1000), Fate::Refuse), 1000);
    QCOMPARE(countOf(fates({0, 0}, 7, 1000), Fate::Accept), 1000);
    QCOMPARE(countOf(fates({0, 1}, 7, 1000), Fate::Accept), 0);
}

void MockPartnerTest::sameSeedSameFate()
{
    const MockRates rates{0.3, 0.3};
    QVERIFY(fates(rates, 1, 1000) == fates(rates, 1, 1000));
    const auto first = fates(rates, 1, 1000);
    const auto second = fates(rates, 2, 1000);
    int same = 0;
    for (std::size_t n = 0; n < first.size(); ++n)
        same += first[n] == second[n];
    QVERIFY2(same > 200 && same < 500, qPrintable(QString::number(same))); // chance alone: 359
    // Each fate takes three numbers: seeds three steps of the generator apart must not give one sequence,
    // shifted.
    const auto stepped = fates(rates, 1 + 3 * 0x9e3779b97f4a7c15ULL, 1000);
    QVERIFY(!std::equal(stepped.begin(), stepped.end() - 1, first.begin() + 1));
}

void MockPartnerTest::memoryFollowsTheFates()
{
    const MockRates rates{0.2, 0.2};
    MockMemory memory(rates, 9);
    for (int n = 0; n < 2000; ++n) {
        const Fate fate = fateOf(rates, 9, static_cast<quint64>(n));
        const auto outcome = memory.send(numbered("C", n), n + 1, numbered("K", n));
        const auto expected = fate == Fate::Accept   ? SendOutcome::Accepted
                              : fate == Fate::Refuse ? SendOutcome::Refused
                                                     : SendOutcome::Unknown;
        QCOMPARE(outcome, expected);
        const bool held = memory.ask(numbered("C", n)).kind == Holding::Kind::Held;
        QCOMPARE(held, fate == Fate::Accept || fate == Fate::LoseAfterActing);
    }
}

void MockPartnerTest::acceptedIsRemembered()
{
    MockMemory memory(neverFails, 1);
    QCOMPARE(memory.ask("A").kind, Holding::Kind::NeverHeard);
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Accepted);
    const Holding holding = memory.ask("A");
    QCOMPARE(holding.kind, Holding::Kind::Held);
    QCOMPARE(holding.holder, 42);
}

void MockPartnerTest::sameKeyIsTheSameCall()
{
    MockMemory memory(neverFails, 1);
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Accepted);
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Accepted);

    // Half of the sends are refused, so ten answers alike by chance are one in a thousand: the key decides.
    const MockRates half{0.5, 0};
    MockMemory moody(half, seedWith(half, Fate::Refuse));
    for (int again = 0; again < 10; ++again)
        QCOMPARE(moody.send("A", 42, "k"), SendOutcome::Refused);
    MockMemory kind(half, seedWith(half, Fate::Accept));
    for (int again = 0; again < 10; ++again)
        QCOMPARE(kind.send("A", 42, "k"), SendOutcome::Accepted);
}

void MockPartnerTest::refusedIsNotRegistered()
{
    MockMemory memory({1, 0}, 1);
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Refused);
    QCOMPARE(memory.ask("A").kind, Holding::Kind::NeverHeard);
}

void MockPartnerTest::anotherKeyOrUserFindsItTaken()
{
    MockMemory memory(neverFails, 1);
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Accepted);
    QCOMPARE(memory.send("A", 43, "k"), SendOutcome::AlreadyRegistered);
    QCOMPARE(memory.send("A", 42, "other"), SendOutcome::AlreadyRegistered);
    QCOMPARE(memory.ask("A").holder, 42);
    QCOMPARE(memory.send("B", 42, ""), SendOutcome::Accepted);
    QCOMPARE(memory.send("B", 42, ""), SendOutcome::AlreadyRegistered); // no key, so a call of its own
}

void MockPartnerTest::lostAfterActingIsHeld()
{
    MockMemory memory(losesAll, seedWith(losesAll, Fate::LoseAfterActing));
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Unknown);
    QCOMPARE(memory.ask("A").holder, 42);
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Accepted);
}

void MockPartnerTest::lostBeforeActingIsNot()
{
    MockMemory memory(losesAll, seedWith(losesAll, Fate::LoseBeforeActing));
    QCOMPARE(memory.send("A", 42, "k"), SendOutcome::Unknown);
    QCOMPARE(memory.ask("A").kind, Holding::Kind::NeverHeard);
}

void MockPartnerTest::withdrawnIsForgotten()
{
    MockMemory memory(neverFails, 1);
    memory.send("A", 42, "k");
    memory.withdraw("A");
    QCOMPARE(memory.ask("A").kind, Holding::Kind::NeverHeard);
    QCOMPARE(memory.send("A", 43, "k2"), SendOutcome::Accepted);
    memory.withdraw("never heard of");
}

void MockPartnerTest::memoryIsBounded()
{
    MockMemory memory(neverFails, 1, {3, 3, 3});
    for (int n = 0; n < 5; ++n)
        memory.send(numbered("C", n), 1, numbered("K", n));
    QCOMPARE(memory.ask("C1").kind, Holding::Kind::NeverHeard);
    QCOMPARE(memory.ask("C2").kind, Holding::Kind::Held);
    QCOMPARE(memory.ask("C4").kind, Holding::Kind::Held);
    // A code withdrawn and registered again is as young as its last registration.
    memory.withdraw("C2");
    memory.send("C2", 7, "again");
    memory.send("C5", 1, "K5");
    QCOMPARE(memory.ask("C2").holder, 7);
}

void MockPartnerTest::doubtsOutliveTheBusySale()
{
    const MockRates rates{0, 0.5};
    const quint64 seed = seedWith(rates, Fate::LoseAfterActing);
    MockMemory memory(rates, seed, {3, 1000, 3});
    QCOMPARE(memory.send("doubt", 42, "k"), SendOutcome::Unknown);
    for (int n = 0; n < 100; ++n)
        memory.send(numbered("C", n), 1, numbered("K", n));
    QCOMPARE(memory.ask("doubt").holder, 42);
    // Asked about, it is no doubt any more and ages with the others.
    for (int n = 100; n < 120; ++n)
        memory.send(numbered("C", n), 1, numbered("K", n));
    QCOMPARE(memory.ask("doubt").kind, Holding::Kind::NeverHeard);
}

void MockPartnerTest::doubtsAreBoundedToo()
{
    MockMemory memory(losesAll, 3, {1000, 5, 3});
    for (int n = 0; n < 200; ++n)
        memory.send(numbered("C", n), 1, numbered("K", n));
    int held = 0;
    for (int n = 0; n < 200; ++n)
        held += memory.ask(numbered("C", n)).kind == Holding::Kind::Held;
    QCOMPARE(held, 5);
}

void MockPartnerTest::noLatencyNeedsNoEventLoop()
{
    MockPartner partner(std::make_shared<MockMemory>(neverFails, 1), 0, 2000);
    auto sending = partner.send("A", 42, "k");
    QVERIFY(sending.isReady());
    auto asking = partner.ask("A");
    QVERIFY(asking.isReady());
    auto withdrawing = partner.withdraw("A");
    QVERIFY(withdrawing.isReady());
}

void MockPartnerTest::latencyWaitsWithoutBlocking()
{
    MockPartner partner(std::make_shared<MockMemory>(neverFails, 1), 30, 2000);
    std::vector<Task<SendOutcome>> sends;
    for (int n = 0; n < 1000; ++n)
        sends.push_back(partner.send(numbered("C", n), n + 1, numbered("K", n)));
    QVERIFY(!sends.front().isReady()); // all are under way, side by side
    for (auto &sending : sends)
        QCOMPARE(QCoro::waitFor(sending), SendOutcome::Accepted);
}

void MockPartnerTest::latencyBeyondTheTimeOutIsUnknown()
{
    const auto memory = std::make_shared<MockMemory>(neverFails, 1);
    MockPartner partner(memory, 3'600'000, 20);
    QCOMPARE(QCoro::waitFor(partner.send("A", 42, "k")), SendOutcome::Unknown);
    QCOMPARE(memory->ask("A").holder, 42);
    QCOMPARE(QCoro::waitFor(partner.ask("A")).kind, Holding::Kind::Unknown);
    QCOMPARE(QCoro::waitFor(partner.withdraw("A")), false);
}

void MockPartnerTest::destructionEndsThePauses()
{
    auto partner =
        std::make_unique<MockPartner>(std::make_shared<MockMemory>(neverFails, 1), 60'000, 120'000);
    auto sending = partner->send("A", 42, "k");
    auto asking = partner->ask("A");
    QVERIFY(!sending.isReady());
    partner.reset();
    QVERIFY(sending.isReady());
    QCOMPARE(QCoro::waitFor(sending), SendOutcome::Unknown);
    QCOMPARE(QCoro::waitFor(asking).kind, Holding::Kind::Unknown);
}

void MockPartnerTest::threadsShareOneMemory()
{
    const auto memory = std::make_shared<MockMemory>(MockRates{0.1, 0.1}, 5);
    std::array<std::array<int, 5>, 4> counts{};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&memory, &mine = counts[static_cast<std::size_t>(t)], t] {
            MockPartner partner(memory, 0, 2000);
            for (int n = 0; n < 5000; ++n) {
                // All threads fight for the same codes under keys of their own.
                const QByteArray key = numbered("T", t) + numbered("-", n);
                auto sending = partner.send(numbered("C", n), t + 1, key);
                ++mine[static_cast<std::size_t>(QCoro::waitFor(sending))];
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    int accepted = 0;
    int all = 0;
    for (const auto &mine : counts) {
        accepted += mine[static_cast<std::size_t>(SendOutcome::Accepted)];
        all += std::accumulate(mine.begin(), mine.end(), 0);
    }
    QCOMPARE(all, 20'000);
    int held = 0;
    for (int n = 0; n < 5000; ++n)
        held += memory->ask(numbered("C", n)).kind == Holding::Kind::Held;
    QVERIFY(accepted <= held); // never two for one code
    QVERIFY(accepted > 4000);
}

void MockPartnerTest::houseCountsAndDescribes()
{
    PartnerOptions options;
    options.failureRate = 0.25;
    options.unknownRate = 0.25;
    options.seed = 77;
    PartnerHouse house(options);
    const auto one = house.openHere();
    const auto two = house.openHere();
    quint64 refused = 0;
    quint64 unknown = 0;
    for (int n = 0; n < 400; ++n) {
        Partner &partner = n % 2 ? *one : *two;
        const auto outcome = QCoro::waitFor(partner.send(numbered("C", n), n + 1, numbered("K", n)));
        refused += outcome == SendOutcome::Refused;
        unknown += outcome == SendOutcome::Unknown;
    }
    QVERIFY(refused > 50 && unknown > 30);
    QVERIFY(house.description().contains(QStringLiteral("seed 77")));
    QVERIFY(!house.isPaused());
}

void MockPartnerTest::cancelledCallsEndAtOnce()
{
    PartnerOptions options;
    options.latencyMs = 60'000;
    options.timeoutMs = 120'000;
    PartnerHouse house(options);
    const auto partner = house.openHere();
    std::optional<SendOutcome> sent;
    const auto send = [](Partner *to, std::optional<SendOutcome> *into) -> QCoro::Task<> {
        *into = co_await to->send("C", 1, "k");
    };
    send(partner.get(), &sent);
    QVERIFY(!sent);
    partner->cancel();
    QCOMPARE(sent, std::optional(SendOutcome::Cancelled));
    QCOMPARE(QCoro::waitFor(partner->send("C", 1, "k")), SendOutcome::Cancelled);
    QCOMPARE(QCoro::waitFor(partner->ask("C")).kind, Holding::Kind::Unknown);
    QVERIFY(!QCoro::waitFor(partner->withdraw("C")));
}

void MockPartnerTest::partnerUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("mock") << "mock" << true;
    QTest::newRow("http") << "http://127.0.0.1:8081/api" << true;
    QTest::newRow("credentials") << "https://me:secret@store.example/v1/" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("no host") << "http:///coupons" << false;
    QTest::newRow("query") << "http://store.example/?a=b" << false;
    QTest::newRow("fragment") << "http://store.example/#x" << false;
    QTest::newRow("not a URL") << "store example" << false;
    QTest::newRow("bad, with a secret") << "ftp://me:secret@store.example" << false;
}

void MockPartnerTest::partnerUrls()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto url = parsePartnerUrl(text);
    QCOMPARE(url.has_value(), good);
    const QString shown = url ? shownPartnerUrl(*url) : url.error().detail;
    QVERIFY(!shown.contains(QStringLiteral("secret")));
    QCOMPARE(url && url->isEmpty(), text == QStringLiteral("mock"));
}

QTEST_GUILESS_MAIN(MockPartnerTest)
#include "tst_mock_partner.moc"
