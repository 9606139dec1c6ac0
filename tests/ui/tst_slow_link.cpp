// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A window attached over a line of 1 Mbit/s: it works, each act is done once, and the words stay clear.

#include "tests/ui/link_proxy.h"
#include "tests/ui/real_sale.h"
#include "ui/coupons/export_work.h"
#include "ui/coupons/import_work.h"
#include "ui/port/pulse.h"
#include "ui/port/under_way.h"

#include <QFile>
#include <QSignalSpy>
#include <QTableView>

using namespace seonchak;

namespace {

constexpr int megabitASecond = 125'000; ///< in bytes
constexpr int manyCodes = 10'000;
constexpr int slowMs = 4 * realMs;

QByteArray codesInAFile(int count)
{
    QByteArray text("code\r\n");
    for (int i = 0; i < count; ++i)
        text += "SLOW-" + QByteArray::number(100'000 + i) + "\r\n";
    return text;
}

/// How often the trail has an act of this name that was done.
qsizetype doneIn(RealSale &sale, const QString &action)
{
    SalePort port(sale.program->sale(), sale.program->url());
    AuditFilter filter;
    filter.action = action;
    const auto page = answerOf(port.audit(filter));
    return page ? std::ranges::count_if(
                      page->items, [](const AuditEntry &entry) { return entry.result.startsWith("done"); })
                : -1;
}

} // namespace

class TestSlowLink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousandCodesInAndOut();
};

void TestSlowLink::tenThousandCodesInAndOut()
{
    RealSale sale;
    QVERIFY(sale.program);
    LinkProxy proxy(sale.serverPort());
    proxy.bytesASecond = megabitASecond;
    RealDesk desk(sale, RealDesk::Kind::Attached, QStringLiteral("en"), proxy.port());
    QVERIFY(desk.isThere());
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("generateButton"), slowMs);

    UnderWay underWay;
    Pulse pulse(*desk.port, desk.clock);
    const PageContext context{*desk.port, desk.asker, pulse, desk.clock, desk.files, &underWay};
    const QString in = desk.home.filePath(QStringLiteral("in.csv"));
    QFile file(in);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(codesInAFile(manyCodes)) > 0);
    file.close();
    ImportWork import(context);
    import.read(in);
    QTRY_COMPARE_WITH_TIMEOUT(import.stage(), ImportWork::Stage::Ready, slowMs);
    QVERIFY(!import.unchecked());
    import.add(true);
    QTRY_COMPARE_WITH_TIMEOUT(import.stage(), ImportWork::Stage::Done, slowMs);
    QCOMPARE(import.added(), manyCodes);
    QCOMPARE(import.pushed(), manyCodes);
    QCOMPARE(doneIn(sale, QStringLiteral("add")), manyCodes / ImportWork::sliceSize); // Each slice once.

    desk.open("coupons");
    auto *table = desk.find<QTableView>("couponsTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), manyCodes, slowMs);
    QTRY_VERIFY_WITH_TIMEOUT(!table->model()->index(0, 1).data().toString().isEmpty(), slowMs);
    for (const QString &key : {page::audit, page::doubts, page::dashboard})
        desk.window->view().open(key);
    QVERIFY2(desk.port->attachment()->connected, qPrintable(desk.port->attachment()->trouble));

    ExportWork writing(context);
    const QSignalSpy ended(&writing, &ExportWork::ended);
    const QString out = desk.home.filePath(QStringLiteral("out.csv"));
    const qint64 before = proxy.bytes();
    writing.write(out, {}, manyCodes);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, slowMs);
    QVERIFY2(!ended[0][1].toBool(), qPrintable(ended[0][0].toString()));
    QVERIFY(proxy.bytes() - before > 500'000); // It went over the line.
    QFile written(out);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QCOMPARE(text.count("SLOW-"), manyCodes);
    QVERIFY(text.contains("SLOW-100000") && text.contains("SLOW-109999"));
    QCOMPARE(doneIn(sale, QStringLiteral("export")), 1);

    desk.click("generateButton");
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("statusLine").contains("1,000 coupons were generated"), slowMs);
    QCOMPARE(doneIn(sale, QStringLiteral("generate")), 1);
}

QTEST_MAIN(TestSlowLink)
#include "tst_slow_link.moc"
