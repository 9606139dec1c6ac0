// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/transport_server.h"
#include "tests/support/resident_bytes.h"

#include <QTest>

#include <thread>

using namespace seonchak;
using namespace seonchak::http;
using namespace seonchak::http::testing;
using seonchak::testing::residentBytes;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

/// Room for what the allocator keeps, and for a sanitizer's quarantine.
#ifdef __SANITIZE_ADDRESS__
constexpr qint64 slack = 96 * mebibyte;
#else
constexpr qint64 slack = 48 * mebibyte;
#endif

} // namespace

/// What clients can make the server hold is bounded for all of them together.
class TransportMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsGiveBack();
    void answersThatNobodyReads();
    void requestsSentAhead();
    void oneClientThatIsAlwaysAhead();
    void halfHeads();
};

void TransportMemoryTest::accountsGiveBack()
{
    const auto budget = std::make_shared<TransportBudget>(1, 10'000);
    {
        ByteAccount account(budget);
        QVERIFY(account.hold(4096));
        QCOMPARE(budget->heldBytes(), 0); // these are free
        QVERIFY(account.hold(14'096));
        QCOMPARE(budget->heldBytes(), 10'000);
        ByteAccount other(budget);
        QVERIFY(!other.hold(4097));
        QVERIFY(account.hold(5096));
        QVERIFY(other.hold(4097));
        QCOMPARE(budget->heldBytes(), 1001);
        QVERIFY(!account.hold(14'096));
        QCOMPARE(budget->heldBytes(), 1001);
    }
    QCOMPARE(budget->heldBytes(), 0);
}

void TransportMemoryTest::answersThatNobodyReads()
{
    const auto budget = std::make_shared<TransportBudget>(1000, 20 * mebibyte);
    Server server(budget);
    const auto before = residentBytes();
    std::vector<RawClient> clients;
    for (int i = 0; i < 60; ++i) { // 8 MiB each, of which the kernel takes a part
        clients.push_back(server.connect());
        clients.back().send(get("/big"));
    }
    QTRY_COMPARE(server.calls, 60);
    QCOMPARE(server.connect().ask(get("/small")).status, 200);
    QVERIFY(budget->heldBytes() > 0 && budget->heldBytes() <= 20 * mebibyte);
    const auto grown = residentBytes() - before;
    QVERIFY2(grown < 20 * mebibyte + slack, qPrintable(QString::number(grown / mebibyte)));
    QCOMPARE(clients.back().readAnswer().body.size(),
             8 * mebibyte); // those who have waited longest went first
    clients.clear();
    QTRY_COMPARE(budget->heldBytes(), 0);
}

void TransportMemoryTest::requestsSentAhead()
{
    const auto budget = std::make_shared<TransportBudget>(1000, mebibyte);
    Server server(budget);
    constexpr int count = 400;
    const QByteArray ahead = get("/slow") + get("/x", "X: " + QByteArray(8'000, 'x') + "\r\n").repeated(6);
    std::vector<RawClient> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(server.connect());
        clients.back().send(ahead);
    }
    QTRY_COMPARE(server.calls, count);
    QVERIFY(budget->heldBytes() > mebibyte / 2 && budget->heldBytes() <= mebibyte);
    server.release();
    int cut = 0;
    for (auto &client : clients) { // the present request is answered, whatever came after it
        const auto answer = client.readAnswer();
        QCOMPARE(answer.body, "slow");
        cut += answer.head.contains("\r\nConnection: close\r\n") ? 1 : 0;
    }
    QVERIFY2(cut > 0 && cut < count, qPrintable(QString::number(cut)));
    clients.clear();
    QTRY_COMPARE(budget->heldBytes(), 0);
}

void TransportMemoryTest::oneClientThatIsAlwaysAhead()
{
    Server server;
    constexpr int count = 10'000;
    const QByteArray request = get("/later", "X: " + QByteArray(6'000, 'x') + "\r\n");
    auto client = server.connect();
    const auto before = residentBytes();
    std::thread sender([&] {
        for (int i = 0; i < count; ++i)
            client.send(request);
    });
    qint64 most = 0;
    int answered = 0;
    for (; answered < count && client.readAnswer().status == 200; ++answered)
        most = std::max(most, answered % 100 == 0 ? residentBytes() - before : 0);
    sender.join();
    QCOMPARE(answered, count);
    QVERIFY2(most < slack, qPrintable(QString::number(most / mebibyte))); // 57 MiB went through
}

void TransportMemoryTest::halfHeads()
{
    const auto budget = std::make_shared<TransportBudget>(1000, mebibyte);
    Server server(budget);
    const QByteArray half =
        "GET / HTTP/1.1\r\nHost: a\r\n" + QByteArray("X: " + QByteArray(1'000, 'x') + "\r\n").repeated(14);
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(server.connect());
        clients.back().send(half);
    }
    QCOMPARE(clients.back().readAnswer().status, 503);
    QVERIFY(budget->heldBytes() <= mebibyte);
    QCOMPARE(server.connect().ask(get("/small")).status, 200);
    QCOMPARE(clients.front().ask("\r\n").status, 200);
}

QTEST_GUILESS_MAIN(TransportMemoryTest)
#include "tst_transport_memory.moc"
