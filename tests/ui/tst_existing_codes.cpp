// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up which codes exist, on the real program: what is found, and that the audit trail hears nothing.

#include "app/options/settings.h"
#include "app/program.h"
#include "ui/port/sale_port.h"

#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;

namespace {

template <typename T>
QCoro::Task<> take(QCoro::Task<Result<T>> task, std::optional<Result<T>> &into)
{
    into = co_await task;
}

/// Waits for the answer while the event loop runs.
template <typename T>
Result<T> answerOf(QCoro::Task<Result<T>> task)
{
    std::optional<Result<T>> answer;
    take(std::move(task), answer);
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        return failure(Trouble::Internal, QStringLiteral("no answer"));
    return *answer;
}

} // namespace

class TestExistingCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lookingLeavesNoTrace();
};

void TestExistingCodes::lookingLeavesNoTrace()
{
    const QTemporaryDir dir;
    Settings settings;
    settings.sale.dataDir = dir.filePath("d");
    settings.sale.database = *DatabaseUrl::parse(QStringLiteral("sqlite"), settings.sale.dataDir);
    settings.server.port = 0;
    const auto program = Program::start(settings);
    QVERIFY(program.has_value());
    SalePort port((*program)->sale(), (*program)->url());
    QTRY_VERIFY_WITH_TIMEOUT((*program)->sale().isReady(), 20'000);
    QVERIFY(answerOf(port.add({"A1", "가을-1"}, false)).has_value());
    const auto before = answerOf(port.audit({}));
    QVERIFY(before.has_value());
    const QByteArray apart = QString::fromUtf8("가을-1").normalized(QString::NormalizationForm_D).toUtf8();
    QCOMPARE(answerOf(port.existing({"B1", "A1", "a1", "가을-1"})).value_or(QList<QByteArray>{}),
             (QList<QByteArray>{"A1", "가을-1"}));
    QCOMPARE(answerOf(port.existing({apart})).value_or(QList<QByteArray>{}), QList<QByteArray>{apart});
    QCOMPARE(answerOf(port.existing({})).value_or(QList<QByteArray>{"?"}), QList<QByteArray>{});
    const auto after = answerOf(port.audit({}));
    QVERIFY(after.has_value());
    QCOMPARE(after->items.size(), before->items.size());
    (*program)->stop();
    QCOMPARE(QCoreApplication::exec(), 0);
}

QTEST_MAIN(TestExistingCodes)
#include "tst_existing_codes.moc"
