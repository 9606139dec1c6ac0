// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A window that is attached to a server of another version: a real one, whose answers are made older or newer
// on their way. It is never refused, what is missing is greyed out with the reason, and what nobody knows of
// is passed over.

#include "tests/ui/link_proxy.h"
#include "tests/ui/real_sale.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTableView>

using namespace seonchak;

namespace {

QJsonObject objectIn(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The object of an event of the stream, made another by `change`.
template <typename Change>
QByteArray changed(const QByteArray &event, const char *name, Change change)
{
    const QByteArray head = QByteArray("event: ") + name + "\ndata: ";
    const auto at = event.indexOf(head);
    if (at < 0)
        return event;
    QJsonObject object = objectIn(event.mid(at + head.size()).trimmed());
    change(object);
    return event.left(at) + head + textOf(object) + "\n\n";
}

const QStringList firstCapabilities{"stream", "resume",  "history", "events", "audit",   "doubts",
                                    "life",   "why-not", "pause",   "void",   "foreign", "idempotency"};

void ageStatus(QJsonObject &status)
{
    for (const char *key :
         {"perSecond", "sellOut", "oldestDoubtSeconds", "sale", "latencyCounts", "outages", "paused"})
        status.remove(QLatin1String(key));
}

/// As the first version with a stream was: it had no jobs, no list of desks, no times, no look for existing
/// codes.
void makeOlder(LinkProxy &proxy)
{
    proxy.answer = [](const QByteArray &path, int &status, QByteArray &body) {
        static const QByteArrayList unknown{"/api/v1/jobs", "/api/v1/cut-acts", "/api/v1/approvals",
                                            "/api/v1/webhooks", "/api/v1/preflight"};
        if (unknown.contains(path)) {
            status = 404;
            body = R"({"code":"not-found","status":404,"detail":"There is nothing at this address."})";
        }
        if (path == "/api/v1/desk" && status == 200) {
            QJsonObject desk = objectIn(body);
            for (const char *key : {"desks", "more", "secondPerson", "store", "strategy"})
                desk.remove(QLatin1String(key));
            desk["version"] = "0.0.1";
            desk["capabilities"] = QJsonArray::fromStringList(firstCapabilities);
            body = textOf(desk);
        }
        if (path == "/api/v1/status") {
            QJsonObject object = objectIn(body);
            ageStatus(object);
            body = textOf(object);
        }
    };
    proxy.event = [](const QByteArray &event) {
        if (event.contains("event: desks\n") || event.contains("event: job\n"))
            return QByteArray();
        return changed(event, "reading", ageStatus);
    };
}

/// As a later one may be: more of everything, and things that nobody here has heard of.
void makeNewer(LinkProxy &proxy)
{
    proxy.answer = [](const QByteArray &path, int &, QByteArray &body) {
        if (!body.startsWith('{'))
            return;
        QJsonObject object = objectIn(body);
        object["aura"] = QJsonArray{QJsonObject{{"hue", 7}}, "violet"};
        if (path == "/api/v1/desk") {
            object["version"] = "99.0.0";
            object["api"] = 2;
            QJsonArray can = object["capabilities"].toArray();
            can.append("telepathy");
            object["capabilities"] = can;
        }
        body = textOf(object);
    };
    proxy.event = [](const QByteArray &event) {
        QByteArray all = "event: omen\ndata: {\"seen\":[1,2,3]}\n\nevent: omen\ndata: no JSON at all\n\n";
        all += changed(event, "reading", [](QJsonObject &reading) {
            reading["aura"] = 1;
            QJsonObject sale = reading["sale"].toObject();
            sale["weather"] = "fine";
            reading["sale"] = sale;
        });
        if (event.contains("event: entry\n"))
            all.replace("\"kind\":\"", "\"kind\":\"DREAMT_");
        return all;
    };
}

/// Opens each page that one server's sale has, and waits until the server has answered what the page asks.
void walkThrough(const RealDesk &desk, LinkProxy &proxy)
{
    QSet<QByteArray> answered;
    proxy.answer = [&answered, change = proxy.answer](const QByteArray &path, int &status, QByteArray &body) {
        change(path, status, body);
        answered.insert(path);
    };
    const QList<std::pair<QString, QByteArray>> pages{
        {page::coupons, "/api/v1/coupons"},   {page::whyNot, {}},
        {page::doubts, "/api/v1/doubts"},     {page::audit, "/api/v1/audit"},
        {page::webhooks, "/api/v1/webhooks"}, {page::dashboard, {}}};
    for (const auto &[key, asked] : pages) {
        answered.clear();
        desk.window->view().open(key);
        QVERIFY(desk.window->view().madePage(key));
        QTRY_COMPARE(desk.window->view().currentPage(), key);
        QTRY_VERIFY2_WITH_TIMEOUT(asked.isEmpty() || answered.contains(asked), qPrintable(key), realMs);
    }
    desk.window->view().openUser(1);
    desk.window->view().openBiography("A-1");
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("biographyCode"), QStringLiteral("A-1"), realMs);
    desk.window->view().open(page::dashboard);
    proxy.answer = {};
}

void keepPicture(const RealDesk &desk, const char *name)
{
    const QString dir = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    if (!dir.isEmpty() && QDir().mkpath(dir))
        desk.window->grab().save(dir + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
}

} // namespace

class TestOtherVersions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOlderServer();
    void aNewerServer();
};

void TestOtherVersions::anOlderServer()
{
    RealSale sale;
    QVERIFY(sale.program);
    LinkProxy proxy(sale.serverPort());
    makeOlder(proxy);
    const RealDesk desk(sale, RealDesk::Kind::Attached, QStringLiteral("en"), proxy.port());
    QVERIFY(desk.isThere());
    QVERIFY(answerOf(desk.port->add({"A-1", "A-2"}, true)));
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("pauseButton"), realMs); // What it can do is done.
    QCOMPARE(desk.port->attachment()->version, "0.0.1");
    desk.click("pauseButton");
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("statusLine"), QStringLiteral("Issuing was paused."), realMs);
    QVERIFY(sale.program->sale().isPaused());
    desk.click("generateButton"); // Without a job: it is waited for.
    QTRY_VERIFY_WITH_TIMEOUT(desk.text("statusLine").contains("1,000 coupons were generated"), realMs);
    desk.open("coupons");
    QTRY_VERIFY_WITH_TIMEOUT(desk.button("couponsImport"), realMs);
    for (const char *missing : {"couponsImport", "couponsVoid"}) {
        QTRY_VERIFY_WITH_TIMEOUT(!desk.may(missing), realMs);
        QTRY_VERIFY_WITH_TIMEOUT(desk.button(missing)->toolTip().contains("0.0.1"), realMs);
    }
    QVERIFY(desk.may("couponsAdd"));
    auto *clock = desk.find<QWidget>("saleClock");
    QTRY_VERIFY_WITH_TIMEOUT(!clock->isEnabled() && clock->toolTip().contains("0.0.1"), realMs);
    keepPicture(desk, "attached-older");
    walkThrough(desk, proxy);
    QVERIFY(desk.port->attachment()->connected);
}

void TestOtherVersions::aNewerServer()
{
    RealSale sale;
    QVERIFY(sale.program);
    LinkProxy proxy(sale.serverPort());
    makeNewer(proxy);
    const RealDesk desk(sale, RealDesk::Kind::Attached, QStringLiteral("ko"), proxy.port());
    QVERIFY(desk.isThere());
    QVERIFY(answerOf(desk.port->add({"A-1", "A-2"}, true)));
    QCOMPARE(desk.port->attachment()->version, "99.0.0");
    for (const char *name : {"generateButton", "pauseButton", "voidButton"})
        QTRY_VERIFY_WITH_TIMEOUT(desk.may(name), realMs);
    QVERIFY(desk.port->lacks("jobs").isEmpty());
    desk.click("pauseButton");
    QTRY_VERIFY_WITH_TIMEOUT(sale.program->sale().isPaused(), realMs);
    desk.click("generateButton"); // With a job, whose JSON has more in it.
    QTRY_VERIFY_WITH_TIMEOUT(desk.may("pushButton"), realMs);
    desk.click("pushButton");
    QTRY_COMPARE_WITH_TIMEOUT(desk.text("stockNumber"), QStringLiteral("1,002"), realMs);
    walkThrough(desk, proxy);
    keepPicture(desk, "attached-newer");
    QVERIFY(desk.port->attachment()->connected);
}

QTEST_MAIN(TestOtherVersions)
#include "tst_other_versions.moc"
