// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program ends while a long act is under way; the next start offers what becomes of it. The real program,
// in this process.

#include "app/options/settings.h"
#include "app/program.h"
#include "ui/port/sale_port.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <qcoro/qcorotask.h>

namespace seonchak {

namespace {

constexpr qint64 total = 300'000;
constexpr qint64 enough = 20'000;

struct Run
{
    explicit Run(const QString &dir)
    {
        Settings settings;
        settings.sale.dataDir = dir + QStringLiteral("/d");
        settings.sale.database = *DatabaseUrl::parse(QStringLiteral("sqlite"), settings.sale.dataDir);
        settings.sale.partner.failureRate = 0;
        settings.server.port = 0;
        program = Program::start(settings).value_or(nullptr);
        if (program)
            port.emplace(program->sale(), program->url(), QStringLiteral("desk (alice)"));
    }
    void end()
    {
        program->stop();
        QCoreApplication::exec();
    }
    /// Ends the program in the middle of it.
    template <typename T>
    void cutOff(const std::function<QCoro::Task<Result<T>>(Work)> &act)
    {
        const Work work{[this](qint64 count) {
                            if (count >= enough)
                                program->stop();
                        },
                        {}};
        auto task = act(work);
        QCoreApplication::exec();
    }
    [[nodiscard]] StockNumbers stock() { return QCoro::waitFor(port->status()).stock; }
    [[nodiscard]] bool isConserved()
    {
        const auto status = QCoro::waitFor(port->status());
        return status.stockKnown && status.stock.conserved();
    }
    [[nodiscard]] QList<CutAct> cut() { return QCoro::waitFor(port->cutActs()).value_or(QList<CutAct>{}); }

    std::unique_ptr<Program> program;
    std::optional<SalePort> port;
};

} // namespace

class TestCutActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPersonDecides_data();
    void aPersonDecides();
};

void TestCutActs::aPersonDecides_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("push");
    QTest::addColumn<CutChoice>("choice");
    const std::pair<const char *, CutChoice> choices[] = {
        {"finish", CutChoice::Finish}, {"keep", CutChoice::Keep}, {"void", CutChoice::Void}};
    for (const auto &[name, choice] : choices) {
        QTest::addRow("%s what was generated", name) << QStringLiteral("generate") << false << choice;
        QTest::addRow("%s what was generated and pushed", name)
            << QStringLiteral("generate") << true << choice;
        QTest::addRow("%s a push", name) << QStringLiteral("push") << true << choice;
    }
}

void TestCutActs::aPersonDecides()
{
    QFETCH(QString, action);
    QFETCH(bool, push);
    QFETCH(CutChoice, choice);
    const QTemporaryDir dir;
    {
        Run run(dir.path());
        QVERIFY(run.program);
        QTRY_VERIFY_WITH_TIMEOUT(run.program->sale().isReady(), 20'000);
        GenerateOrder order;
        order.count = total;
        order.push = push && action == QStringLiteral("generate");
        if (action == QStringLiteral("push")) {
            QCOMPARE(QCoro::waitFor(run.port->generate(order, {})).value_or(Generated{}).generated, total);
            run.cutOff<Pushed>([&](Work work) { return run.port->push(work); });
        } else {
            run.cutOff<Generated>([&](Work work) { return run.port->generate(order, work); });
        }
    }
    Run again(dir.path());
    QVERIFY(again.program);
    QTRY_VERIFY_WITH_TIMEOUT(again.program->sale().isReady(), 20'000);
    QCOMPARE(again.cut().size(), 1);
    const CutAct act = again.cut().first();
    QCOMPARE(act.action, action);
    QCOMPARE(act.actor, "desk (alice)");
    QVERIFY2(act.made >= enough && act.made < total, qPrintable(QString::number(act.made)));
    const auto first = QCoro::waitFor(again.port->settleCut(act.id, choice, {}));
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    const auto second = QCoro::waitFor(again.port->settleCut(act.id, CutChoice::Void, {}));
    QVERIFY(!second && second.error().trouble == Trouble::Conflict); // It was decided once.
    QVERIFY(again.cut().isEmpty());
    const bool all = action == QStringLiteral("push");
    StockNumbers expected;
    expected.generated = all || choice == CutChoice::Finish ? total : act.made;
    expected.voided = choice == CutChoice::Void ? act.made : 0;
    expected.available =
        push && choice != CutChoice::Void ? (choice == CutChoice::Finish ? total : act.made) : 0;
    expected.staged = expected.generated - expected.voided - expected.available;
    QTRY_COMPARE_WITH_TIMEOUT(again.stock().generated, expected.generated, 10'000);
    QCOMPARE(again.stock().staged, expected.staged);
    QCOMPARE(again.stock().available, expected.available);
    QCOMPARE(again.stock().voided, expected.voided);
    QTRY_VERIFY_WITH_TIMEOUT(again.isConserved(), 10'000);
    AuditFilter filter;
    filter.action = action;
    const auto trail = QCoro::waitFor(again.port->audit(filter)).value_or(AuditPage{}).items;
    QVERIFY(trail.first().result.startsWith(QStringLiteral("done: ")));
    const auto told = std::ranges::find_if(trail, [](const AuditEntry &entry) {
        return entry.result.startsWith(QStringLiteral("stopped after "));
    });
    QVERIFY(told != trail.end() && told->result.contains(QString::number(act.made)));
    again.end();
}

} // namespace seonchak

QTEST_GUILESS_MAIN(seonchak::TestCutActs)
#include "tst_cut_acts.moc"
