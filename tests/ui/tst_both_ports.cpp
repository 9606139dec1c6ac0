// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages on a real sale, once in the window that hosts the server and once in one that is attached to it:
// both show the same and do the same.

#include "tests/ui/real_sale.h"
#include "ui/coupons/export_work.h"
#include "ui/port/pulse.h"
#include "ui/port/under_way.h"

#include <QEventLoop>
#include <QFile>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTableView>

using namespace seonchak;

namespace {

/// The status of an issue, as a client asks for it.
int issue(const RealSale &sale, int user)
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(sale.program->url() + QStringLiteral("/api/v1/coupons/%1/issue").arg(user)));
    QEventLoop loop;
    QNetworkReply *reply = manager.post(request, QByteArray());
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    delete reply;
    return status;
}

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

/// Whether this text is in any cell.
bool shows(const QTableView *table, const QString &text)
{
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            if (cell(*table, row, column).contains(text))
                return true;
        }
    }
    return false;
}

/// Types a new code over this one.
void edit(QTableView &table, const QString &before, const QString &after)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            if (cell(table, row, column) != before)
                continue;
            table.setCurrentIndex(table.model()->index(row, column));
            table.window()->activateWindow();
            QTest::mouseClick(table.window()->findChild<QPushButton *>("couponsEdit"), Qt::LeftButton);
            auto *editor = table.viewport()->findChild<QLineEdit *>();
            QVERIFY(editor);
            editor->setText(after);
            QTest::keyClick(editor, Qt::Key_Return);
            return;
        }
    }
    QFAIL("there is no such code");
}

/// And the settler does not ask the partner while the test lasts, which would end the doubts.
void everythingIsUnknown(Settings &settings)
{
    settings.sale.partner.unknownRate = 1;
    settings.sale.partner.timeoutMs = 3'600'000;
}

} // namespace

class TestBothPorts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dashboard_data() { addKinds(); }
    void dashboard();
    void coupons_data() { addKinds(); }
    void coupons();
    void anEditThatCameTooLate_data() { addKinds(); }
    void anEditThatCameTooLate();
    void anExportOfManyPages_data() { addKinds(); }
    void anExportOfManyPages();
    void people_data() { addKinds(); }
    void people();
    void doubts_data() { addKinds(); }
    void doubts();
    void audit_data() { addKinds(); }
    void audit();
    void webhooksAndCutActs_data() { addKinds(); }
    void webhooksAndCutActs();
    void theHostSeesWhoIsAttached();

private:
    static void addKinds()
    {
        QTest::addColumn<RealDesk::Kind>("kind");
        QTest::newRow("hosting") << RealDesk::Kind::Hosting;
        QTest::newRow("attached") << RealDesk::Kind::Attached;
    }
};

Q_DECLARE_METATYPE(seonchak::RealDesk::Kind)

void TestBothPorts::dashboard()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("generateButton"), realMs);
    desk.click("generateButton");
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("statusLine").contains("1,000 coupons were generated"), realMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("pushButton"), realMs);
    desk.click("pushButton");
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("statusLine").contains("1,000 coupons were pushed"), realMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("stockNumber"), QStringLiteral("1,000"), realMs);
    QCOMPARE(issue(sale, 1), 200);
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("stockNumber"), QStringLiteral("999"), realMs);
    desk.click("pauseButton");
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("statusLine"), QStringLiteral("Issuing was paused."), realMs);
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("bannerTitle"), QStringLiteral("Issuing is paused"), realMs);
    QCOMPARE(issue(sale, 2), 503);
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("pauseButton"), realMs);
    desk.click("pauseButton");
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("statusLine"), QStringLiteral("Issuing was resumed."), realMs);
    desk.click("voidButton");
    QTRY_COMPARE_WITH_TIMEOUT(desk.asker.questions.size(), 1, realMs);
    const_cast<FakeAsker &>(desk.asker).answer(true);
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("statusLine"), QStringLiteral("999 coupons were voided."), realMs);
    QCOMPARE(issue(sale, 3), 404);
}

void TestBothPorts::coupons()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    const auto added = answerOf(desk.port->add({"A-1", "A-2", "B-1", "가을-1"}, true));
    QVERIFY(added && added->pushed == 4);
    desk.open("coupons");
    auto *table = desk.find<QTableView>("couponsTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, realMs);
    QTRY_VERIFY_WITH_TIMEOUT(shows(table, QStringLiteral("가을-1")), realMs);
    desk.find<QLineEdit>("searchCode")->setText(QStringLiteral("A-"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, realMs);
    QTRY_VERIFY_WITH_TIMEOUT(shows(table, QStringLiteral("A-2")), realMs);
    edit(*table, QStringLiteral("A-1"), QStringLiteral("A-9"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(table, QStringLiteral("A-9")), realMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("couponsLine").contains("A-1 is called A-9 now."), realMs);
    edit(*table, QStringLiteral("A-2"), QStringLiteral("B-1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("couponsLine").contains("Another coupon has the code B-1 already."),
                             realMs);
    QVERIFY(shows(table, QStringLiteral("A-2")));
}

/// Whoever was faster is named, with the time.
void TestBothPorts::anEditThatCameTooLate()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    const auto added = answerOf(desk.port->add({"A-1", "A-3"}, true));
    QVERIFY(added);
    desk.open("coupons");
    auto *table = desk.find<QTableView>("couponsTable");
    QTRY_VERIFY_WITH_TIMEOUT(shows(table, QStringLiteral("A-3")), realMs);
    SalePort kim(sale.program->sale(), sale.program->url(), QStringLiteral("kim (203.0.113.7)"));
    QVERIFY(answerOf(kim.rename(added->coupons[0].id, "B-1")));
    edit(*table, QStringLiteral("A-3"), QStringLiteral("B-1")); // Taken.
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("couponsLine").contains("B-1 already. kim (203.0.113.7) edited it at"),
                             realMs);
}

void TestBothPorts::anExportOfManyPages()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    GenerateOrder order;
    order.count = 6500; // More than are asked for at once, and than REST lists at once.
    order.push = false;
    QVERIFY(answerOf(desk.port->generate(order, {})));
    UnderWay underWay;
    Pulse pulse(*desk.port, desk.clock);
    ExportWork writing({*desk.port, desk.asker, pulse, desk.clock, desk.files, &underWay});
    const QSignalSpy ended(&writing, &ExportWork::ended);
    const QString path = desk.home.filePath(QStringLiteral("all.csv"));
    writing.write(path, {}, order.count);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, realMs);
    QVERIFY2(!ended[0][1].toBool(), qPrintable(ended[0][0].toString()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), order.count + 1);
}

void TestBothPorts::people()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    QVERIFY(answerOf(desk.port->add({"ONLY-ONE"}, true)));
    QCOMPARE(issue(sale, 7), 200);
    QCOMPARE(issue(sale, 8), 404);
    desk.window->view().openUser(8);
    QTRY_VERIFY_WITH_TIMEOUT(!desk.text("whyVerdict").isEmpty(), realMs);
    const QString late = desk.text("whyVerdict");
    desk.window->view().openUser(7);
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("whyVerdict") != late, realMs);
    desk.window->view().openBiography("ONLY-ONE");
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("biographyCode"), QStringLiteral("ONLY-ONE"), realMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("biographyUser")->text() == QStringLiteral("User 7"), realMs);
    auto *life = desk.find<QAbstractItemView>("biographyTimeline");
    QVERIFY(life);
    QTRY_VERIFY_WITH_TIMEOUT(life->model()->rowCount() >= 3, realMs);
}

void TestBothPorts::doubts()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale(&everythingIsUnknown);
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    QVERIFY(answerOf(desk.port->add({"D-1", "D-2"}, true)));
    QCOMPARE(issue(sale, 1), 202);
    QCOMPARE(issue(sale, 2), 202);
    desk.open("doubts");
    auto *table = desk.find<QTableView>("doubtsTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, realMs);
    QVERIFY(shows(table, QStringLiteral("D-1")));
    table->selectRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("doubtIssued"), realMs);
    // The settler may be at it: then it is said, and tried again.
    const auto settled = [&desk, &table] {
        if (desk.may("doubtIssued")) {
            const auto before = desk.asker.questions.size();
            desk.click("doubtIssued");
            if (desk.asker.questions.size() > before)
                const_cast<FakeAsker &>(desk.asker).answer(true);
        }
        return QTest::qWaitFor([&table] { return table->model()->rowCount() == 1; }, 2000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(settled(), realMs);
    QVERIFY(desk.text("doubtsLine").contains("was issued to user"));
}

void TestBothPorts::audit()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    QVERIFY(answerOf(desk.port->add({"X-1"}, false)));
    desk.open("audit");
    auto *table = desk.find<QTableView>("auditTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, realMs);
    QTRY_VERIFY_WITH_TIMEOUT(shows(table, QStringLiteral("X-1")), realMs);
    QVERIFY(shows(table, kind == RealDesk::Kind::Hosting ? QStringLiteral("host")
                                                         : QStringLiteral("REST 127.0.0.1")));
    desk.find<QLineEdit>("auditSearch")->setText(QStringLiteral("nothing has this in it"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 0, realMs);
}

void TestBothPorts::webhooksAndCutActs()
{
    QFETCH(RealDesk::Kind, kind);
    RealSale sale;
    QVERIFY(sale.program);
    const RealDesk desk(sale, kind);
    QVERIFY(desk.isThere());
    const auto hooks = answerOf(desk.port->hooks({}));
    QVERIFY(hooks && hooks->items.isEmpty());
    const auto cut = answerOf(desk.port->cutActs());
    QVERIFY(cut && cut->isEmpty());
    const auto nothing = answerOf(desk.port->settleCut(QStringLiteral("none"), CutChoice::Keep, {}));
    QVERIFY(!nothing && nothing.error().trouble == Trouble::Conflict);
    desk.open("webhooks");
    QTRY_VERIFY_WITH_TIMEOUT(desk.window->view().madePage(page::webhooks), realMs);
    const auto open = answerOf(desk.port->approvals());
    QVERIFY(open && open->isEmpty());
}

void TestBothPorts::theHostSeesWhoIsAttached()
{
    RealSale sale(&everythingIsUnknown);
    QVERIFY(sale.program);
    const RealDesk host(sale, RealDesk::Kind::Hosting);
    QVERIFY(host.find<Pill>("otherDesks")->isHidden());
    QVERIFY(answerOf(host.port->add({"D-1"}, true)));
    QCOMPARE(issue(sale, 1), 202);
    auto guest = std::make_unique<RealDesk>(sale, RealDesk::Kind::Attached);
    QVERIFY(guest->isThere());
    QTRY_COMPARE_WITH_TIMEOUT(host.find<Pill>("otherDesks")->text(), QStringLiteral("+1"), realMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        guest->find<Pill>("otherDesks")->toolTip().contains("host · admin · hosts the server"), realMs);

    // What one has selected, the other marks; both ways.
    for (const auto &[one, other] :
         {std::pair{&host, (const RealDesk *)guest.get()}, std::pair{(const RealDesk *)guest.get(), &host}}) {
        one->open("doubts");
        other->open("doubts");
        auto *mine = one->find<QTableView>("doubtsTable");
        auto *theirs = other->find<QTableView>("doubtsTable");
        QTRY_COMPARE_WITH_TIMEOUT(mine->model()->rowCount(), 1, realMs);
        QTRY_COMPARE_WITH_TIMEOUT(theirs->model()->rowCount(), 1, realMs);
        theirs->clearSelection();
        mine->clearSelection();
        mine->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(shows(theirs, QStringLiteral("desk since")), realMs);
        mine->clearSelection();
        QTRY_VERIFY_WITH_TIMEOUT(!shows(theirs, QStringLiteral("desk since")), realMs);
    }
    guest.reset();
    QTRY_VERIFY_WITH_TIMEOUT(host.find<Pill>("otherDesks")->isHidden(), realMs);
}

QTEST_MAIN(TestBothPorts)
#include "tst_both_ports.moc"
