// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the webhooks: what it lists, what it says where there is nothing, and sending one again.

#include "tests/ui/page_world.h"
#include "ui/parts/state_panel.h"
#include "ui/webhooks/hook_answer_words.h"
#include "ui/webhooks/hook_model.h"
#include "ui/webhooks/webhooks_page.h"

#include <QTableView>

#include <memory>

using namespace seonchak;

namespace {

using State = HookDelivery::State;

HookDelivery deliveryOf(qint64 id, State state, const WallClock &clock)
{
    HookDelivery row;
    row.id = id;
    row.url = QStringLiteral("https://hooks.example.com/coupons?key=secret");
    row.event = {QStringLiteral("coupon.issued"), QStringLiteral("coupon.issued:%1").arg(id),
                 clock.wall - 60'000, "{}"};
    row.state = state;
    row.tries = 1;
    row.nextAt = clock.wall + 300'000;
    row.answeredAt = clock.wall - 50'000;
    row.status = state == State::Delivered ? 200 : 503;
    row.answer = QStringLiteral("answered %1").arg(row.status);
    return row;
}

struct World : PageWorld
{
    explicit World(int rows, WallMs offAt = 0)
    {
        HookPage list;
        list.receivers = {{QStringLiteral("https://hooks.example.com/coupons?key=secret"), {}, 0, offAt, 2}};
        const State states[] = {State::Waiting, State::Delivered, State::GivenUp, State::SwitchedOff};
        for (int id = rows; id > 0; --id)
            list.items.append(deliveryOf(id, states[id % 4], clock));
        port.hookLists.answer = [list](const HookFilter &) { return list; };
        port.hookSends.answer = [](qint64) { return HookDelivery{}; };
    }
    void open()
    {
        page.reset(new WebhooksPage(context));
        page->resize(1130, 700);
        page->show();
    }
    QTableView *table() const { return part<QTableView>(*page, "webhooksTable"); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    StatePanel *state() const { return part<StatePanel>(*page, "webhooksState"); }
    std::unique_ptr<WebhooksPage> page;
};

} // namespace

class TestWebhooksPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyDeliveryHasItsRow();
    void answersAreInTheReadersLanguage_data();
    void answersAreInTheReadersLanguage();
    void oneIsSentAgain();
    void aFailureIsTold();
    void onlyThoseOfAState();
    void withoutReceiversItSaysHow();
    void whereThereAreNoneToBeHadItSaysSo();
    void aReceiverThatIsOffSaysSo();
    void pictures_data();
    void pictures();
};

void TestWebhooksPage::everyDeliveryHasItsRow()
{
    World world(4);
    world.open();
    QTRY_COMPARE(world.table()->model()->rowCount(), 4);
    QCOMPARE(world.cell(0, HookModel::Event), "coupon.issued");
    QCOMPARE(world.cell(0, HookModel::Receiver), "https://hooks.example.com/coupons?…");
    QCOMPARE(world.cell(0, HookModel::State), "waits");
    QCOMPARE(world.cell(0, HookModel::Answer), "answered 503");
    QVERIFY(world.cell(0, HookModel::Next) != "none");
    QCOMPARE(world.cell(3, HookModel::State), "delivered");
    QCOMPARE(world.cell(3, HookModel::Next), "none");
    QVERIFY(textOf(*world.page, "webhooksReceivers").contains("2 waiting"));
    QVERIFY(!textOf(*world.page, "webhooksReceivers").contains("secret"));
}

void TestWebhooksPage::answersAreInTheReadersLanguage_data()
{
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("korean");
    QTest::newRow("status") << "answered 503" << "응답 503";
    QTest::newRow("what the receiver said") << "answered 500: out of paper" << "응답 500: out of paper";
    QTest::newRow("redirect") << "answered 302: redirects are not followed"
                              << "응답 302: 다른 주소로 넘기는 응답은 따라가지 않습니다";
    QTest::newRow("endless") << "answered 200: aaa (longer than 65536 bytes: not read to its end)"
                             << "응답 200: aaa (너무 길어 끝까지 읽지 않음)";
    QTest::newRow("slow") << "answered 200, but not to its end in time"
                          << "응답 200, 시간 안에 끝까지 오지 않음";
    QTest::newRow("silent") << "no answer in time" << "시간 안에 응답이 없음";
    QTest::newRow("nobody")
        << "no answer: Couldn't connect to server"
        << "응답 없음: 이 주소와 포트에서 연결을 받는 프로그램이 없습니다. (Couldn't connect to server)";
    QTest::newRow("itself")
        << "not sent: the URL points to this server itself (--webhook-allow-own would allow it)"
        << "보내지 않음: 주소가 이 서버 자신을 가리킵니다(--webhook-allow-own으로 허용할 수 있습니다)";
    QTest::newRow("private")
        << "not sent: the URL points to a private address (--webhook-allow-private would "
           "allow it)"
        << "보내지 않음: 주소가 사설 주소를 가리킵니다(--webhook-allow-private로 허용할 수 있습니다)";
}

/// As the book keeps them, which is English.
void TestWebhooksPage::answersAreInTheReadersLanguage()
{
    QFETCH(QString, kept);
    QFETCH(QString, korean);
    const PictureLook look(QStringLiteral("ko"), false);
    QCOMPARE(HookAnswerWords::told(kept), korean);
}

void TestWebhooksPage::oneIsSentAgain()
{
    World world(4);
    world.open();
    QTRY_COMPARE(world.table()->model()->rowCount(), 4);
    QVERIFY(!part<QPushButton>(*world.page, "webhookSend")->isEnabled());
    world.table()->selectRow(1);
    press(*world.page, "webhookSend");
    QTRY_COMPARE(world.port.hookSends.times(), 1);
    QCOMPARE(std::get<0>(world.port.hookSends.asked[0]), 3);
    QTRY_COMPARE(toldOf(*world.page, "webhooksLine"), "Sent again: 1");
    QTRY_VERIFY(world.port.hookLists.times() >= 2);
}

void TestWebhooksPage::aFailureIsTold()
{
    World world(2);
    world.port.hookSends.answer = [](qint64) -> Result<HookDelivery> {
        return failure(Trouble::Unavailable, QStringLiteral("the database is away"));
    };
    world.open();
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    world.table()->selectAll();
    press(*world.page, "webhookSend");
    QTRY_VERIFY(toldOf(*world.page, "webhooksLine").startsWith("Not sent again."));
    QCOMPARE(world.port.hookSends.times(), 1); // the second was not tried
}

void TestWebhooksPage::onlyThoseOfAState()
{
    World world(2);
    world.open();
    QTRY_COMPARE(world.table()->model()->rowCount(), 2);
    part<QComboBox>(*world.page, "webhooksWhich")->setCurrentIndex(3);
    QTRY_VERIFY(std::get<0>(world.port.hookLists.asked.back()).state == State::GivenUp);
}

void TestWebhooksPage::withoutReceiversItSaysHow()
{
    World world(0);
    world.port.hookLists.answer = [](const HookFilter &) { return HookPage{}; };
    world.open();
    QTRY_COMPARE(world.state()->title(), "No webhooks are set up");
    QVERIFY(world.state()->sentence().contains("Settings"));
}

void TestWebhooksPage::whereThereAreNoneToBeHadItSaysSo()
{
    World world(0);
    world.port.hookLists.answer = [](const HookFilter &) -> Result<HookPage> {
        return failure(Trouble::Unavailable, QStringLiteral("this is not available here"));
    };
    world.open();
    QTRY_COMPARE(world.state()->title(), "The list could not be read");
    world.port.hookLists.answer = [](const HookFilter &) { return HookPage{}; };
    press(*world.page, "webhooksStateRetry");
    QTRY_COMPARE(world.state()->title(), "No webhooks are set up");
}

void TestWebhooksPage::aReceiverThatIsOffSaysSo()
{
    World world(1, 1'795'000'000'000);
    world.open();
    QTRY_VERIFY(textOf(*world.page, "webhooksReceivers").contains("answered 410"));
}

void TestWebhooksPage::pictures_data()
{
    pictureRows({"webhooks"});
}

void TestWebhooksPage::pictures()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    const PictureLook look(language, dark);
    World world(9);
    world.open();
    QTRY_COMPARE(world.table()->model()->rowCount(), 9);
    QVERIFY(savePicture(*world.page));
}

QTEST_MAIN(TestWebhooksPage)
#include "tst_webhooks_page.moc"
