// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/guess_brake.h"

#include <QTest>

using namespace seonchak::http;

/// Who guesses tokens is slowed down, and nobody else.
class TestGuessBrake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void guessingGetsSlower();
    void eachAddressForItself();
    void householdsOfIpv6();
    void waitingIsBounded();
    void theTableIsBounded();
};

void TestGuessBrake::guessingGetsSlower()
{
    GuessBrake brake;
    const QHostAddress from(QStringLiteral("203.0.113.7"));
    for (int i = 0; i < GuessBrake::freeTries; ++i)
        QCOMPARE(brake.failed(from, 1).value(), 0);
    int before = 0;
    for (int i = 0; i < 8; ++i) {
        const int wait = brake.failed(from, 1).value();
        QVERIFY(wait >= before && wait > 0);
        before = wait;
        brake.waited(from);
    }
    QCOMPARE(before, GuessBrake::longestMs);
    QCOMPARE(brake.failed(from, 2 + GuessBrake::forgottenAfterNs).value(), 0);
}

void TestGuessBrake::eachAddressForItself()
{
    GuessBrake brake;
    const QHostAddress guesser(QStringLiteral("203.0.113.7"));
    const QHostAddress other(QStringLiteral("203.0.113.8"));
    for (int i = 0; i < 10; ++i) {
        if (brake.failed(guesser, 1).value() > 0)
            brake.waited(guesser);
        brake.succeeded(other);
    }
    QVERIFY(brake.failed(guesser, 1).value() > 0);
    QCOMPARE(brake.failed(other, 1).value(), 0);
    brake.succeeded(guesser);
    QCOMPARE(brake.failed(guesser, 1).value(), 0);
}

void TestGuessBrake::householdsOfIpv6()
{
    GuessBrake brake;
    for (int i = 0; i < GuessBrake::freeTries; ++i)
        QCOMPARE(brake.failed(QHostAddress(QStringLiteral("2001:db8::%1").arg(i + 1)), 1).value(), 0);
    QVERIFY(brake.failed(QHostAddress(QStringLiteral("2001:db8:0:0:ffff::1")), 1).value() > 0);
    QCOMPARE(brake.failed(QHostAddress(QStringLiteral("2001:db8:0:1::1")), 1).value(), 0);
    for (int i = 0; i < GuessBrake::freeTries; ++i) // addresses of IPv4 inside IPv6 are no household
        QCOMPARE(brake.failed(QHostAddress(QStringLiteral("::ffff:10.0.0.1")), 1).value(), 0);
    QVERIFY(brake.failed(QHostAddress(QStringLiteral("10.0.0.1")), 1).value() > 0);
    QCOMPARE(brake.failed(QHostAddress(QStringLiteral("::ffff:10.0.0.2")), 1).value(), 0);
}

void TestGuessBrake::waitingIsBounded()
{
    GuessBrake brake;
    const QHostAddress guesser(QStringLiteral("203.0.113.7"));
    int waiting = 0;
    for (int i = 0; i < 1000; ++i)
        waiting += brake.failed(guesser, 1).value_or(0) > 0 ? 1 : 0;
    QCOMPARE(waiting, GuessBrake::mostWaitingEach);
    brake.waited(guesser);
    QVERIFY(brake.failed(guesser, 1).value() > 0);
    QVERIFY(!brake.failed(guesser, 1));
    for (quint32 address = 1; address < 100; ++address) {
        for (int i = 0; i < 100; ++i)
            waiting += brake.failed(QHostAddress(address), 1).value_or(0) > 0 ? 1 : 0;
    }
    QCOMPARE(waiting, GuessBrake::mostWaiting);
}

void TestGuessBrake::theTableIsBounded()
{
    GuessBrake brake;
    const QHostAddress busy(QStringLiteral("203.0.113.7"));
    for (int i = 0; i < GuessBrake::freeTries; ++i)
        QCOMPARE(brake.failed(busy, 1).value(), 0);
    QVERIFY(brake.failed(busy, 2'000'000).value() > 0);
    brake.waited(busy);
    for (quint32 address = 1; address < 5 * GuessBrake::mostAddresses; ++address) {
        QCOMPARE(brake.failed(QHostAddress(address), address).value(), 0);
        QVERIFY(brake.addresses() <= GuessBrake::mostAddresses);
    }
    QVERIFY(brake.failed(busy, 2'000'001).value() > 0); // it is not the quietest
}

QTEST_GUILESS_MAIN(TestGuessBrake)
#include "tst_guess_brake.moc"
