// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/preflight_desk.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using namespace seonchak::http;

/// Who waits for the doctor when the server ends.
class TestPreflightDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsIsAnsweredAtOnce();
    void withoutSurroundingsThereIsNothingToLookAt();
};

void TestPreflightDesk::whoWaitsIsAnsweredAtOnce()
{
    const QTemporaryDir home;
    QTcpServer silent; // A Redis that is connected to, and never says anything.
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    doctor::Surroundings surroundings;
    surroundings.redis.kind = RedisAddress::Kind::Tcp;
    surroundings.redis.host = QStringLiteral("127.0.0.1");
    surroundings.redis.port = silent.serverPort();
    surroundings.dataDir = home.path();
    surroundings.database.path = home.filePath(QStringLiteral("book.sqlite"));
    PreflightDesk desk(surroundings);
    const auto first = desk.look(doctor::Tongue::English);
    const auto second = desk.look(doctor::Tongue::English);
    const auto other = desk.look(doctor::Tongue::Korean);
    QVERIFY(!first.await_ready());
    desk.stop();
    for (const auto &one : {first, second, other}) {
        QVERIFY(one.await_ready());
        const auto answer = one.await_resume();
        QVERIFY(!answer); // A part of the list is no pass.
        QCOMPARE(answer.error().trouble, Trouble::Unavailable);
    }
    const auto late = desk.look(doctor::Tongue::English);
    QVERIFY(late.await_ready());
    QVERIFY(!late.await_resume());
}

void TestPreflightDesk::withoutSurroundingsThereIsNothingToLookAt()
{
    PreflightDesk desk(std::nullopt);
    const auto answer = desk.look(doctor::Tongue::English);
    QVERIFY(answer.await_ready());
    QCOMPARE(answer.await_resume().error().trouble, Trouble::Unavailable);
}

QTEST_GUILESS_MAIN(TestPreflightDesk)
#include "tst_preflight_desk.moc"
