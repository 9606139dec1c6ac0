// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/issue/ground/token_desk.h"
#include "server/api/endpoints.h"
#include "server/api/security.h"

#include <QSet>
#include <QTest>

using namespace seonchak;
using namespace seonchak::http;

namespace {

const QByteArrayList roles{"viewer", "operator", "admin", "issuer"};

Request from(const QByteArray &token, const QString &address = QStringLiteral("127.0.0.1"))
{
    Request request;
    request.peer = QHostAddress(address);
    request.sender.address = request.peer;
    request.headers = {{"host", "localhost"}};
    if (!token.isEmpty())
        request.headers.append({"authorization", "Bearer " + token});
    return request;
}

TokenRow row(const QByteArray &role)
{
    return {QString::fromLatin1(role), roleFromName(QString::fromLatin1(role)), tokenHash(role), 1, 0};
}

QList<TokenRow> oneOfEach()
{
    QList<TokenRow> rows;
    for (const auto &role : roles)
        rows.append(row(role));
    return rows;
}

struct Judged
{
    QByteArray method;
    QByteArray path;
    QByteArray may; ///< roles; "*": everybody, without a token
};

QList<Judged> judged()
{
    QList<Judged> all;
    for (const char *path :
         {"/api/v1/coupons",  "/api/v1/coupons/7",     "/api/v1/coupons/7/life", "/api/v1/coupons/void",
          "/api/v1/users/7",  "/api/v1/doubts",        "/api/v1/redis/foreign",  "/api/v1/audit",
          "/api/v1/events",   "/api/v1/stream",        "/api/v1/history",        "/api/v1/desk",
          "/api/v1/webhooks", "/api/v1/coupons/count", "/api/v1/life",           "/api/v1/cut-acts",
          "/api/v1/jobs",     "/api/v1/jobs/a1",       "/api/v1/preflight",      "/api/v1/approvals"}) {
        all.append({"GET", path, "viewer operator admin"});
        all.append({"HEAD", path, "viewer operator admin"});
    }
    for (const char *path :
         {"/api/v1/generate", "/api/v1/coupons/add", "/api/v1/coupons/push", "/api/v1/issuing/pause",
          "/api/v1/issuing/resume", "/api/v1/doubts/7/ask", "/api/v1/doubts/7/issued",
          "/api/v1/doubts/7/restore", "/api/v1/coupons/existing", "/api/v1/cut-acts/a-1/finish",
          "/api/v1/cut-acts/a-1/keep", "/api/v1/acts/a-1/stop", "/api/v1/webhooks/7/send",
          "/api/v1/preflight", "/api/v1/approvals/7/approve", "/api/v1/approvals/7/decline"})
        all.append({"POST", path, "operator admin"});
    for (const char *path :
         {"/api/v1/status", "/api/v1/sale", "/metrics", "/healthz", "/readyz", "/openapi.json"})
        all.append({"GET", path, "*"});
    all += {{"PUT", "/api/v1/coupons/7", "operator admin"},
            {"PUT", "/api/v1/sale", "operator admin"},
            {"PUT", "/api/v1/desk", "viewer operator admin"},
            {"DELETE", "/api/v1/coupons/7", "admin"},
            {"POST", "/api/v1/coupons/void", "admin"},
            {"POST", "/api/v1/coupons/void-chosen", "admin"},
            {"POST", "/api/v1/cut-acts/a-1/void", "admin"},
            {"POST", "/api/v1/exports", "viewer operator admin"},
            {"POST", "/api/v1/redis/foreign", "admin"},
            {"POST", "/api/v1/coupons/7/issue", "issuer admin"}};
    return all;
}

} // namespace

/// Who may do what: every route, every role, and what is open while there is no token or nobody knows.
class TestRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouteAndEveryRole_data();
    void everyRouteAndEveryRole();
    void noRouteIsForgotten();
    void withoutAnyTokenThisMachineAlone();
    void unreadTokensLetNobodyIn();
    void theLastListStaysUntilTheNext();
    void theTokenFileIsTheAdminNamedAdmin();
    void aRoleOfANewerProgramMayDoNothing();
    void usesAreRemembered();
    void eachCallerHasARateOfItsOwn();
};

void TestRoles::everyRouteAndEveryRole_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArrayList>("mayRoles"); // "": without a token
    for (const auto &[method, path, may] : judged()) {
        if (may != "*")
            QTest::addRow("%s %s", method.constData(), path.constData()) << method << path << may.split(' ');
    }
}

void TestRoles::everyRouteAndEveryRole()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArrayList, mayRoles);
    TokenDesk desk;
    desk.publish(oneOfEach());
    const Security strict({}, {{}, &desk, true});
    const Security usual({}, {{}, &desk, false});
    const Route route = findRoute(method, path);
    QVERIFY(route.endpoint);
    for (const auto &role : roles) {
        const auto admitted = strict.admit(from(role), route.need);
        QCOMPARE(admitted.has_value(), mayRoles.contains(role));
        if (!admitted)
            QCOMPARE(admitted.error(), Problem::NotPermitted);
        else
            QCOMPARE(admitted->name.toLatin1() + ' ' + admitted->role.toLatin1(), role + ' ' + role);
    }
    for (const QByteArray &stranger : QByteArrayList{{}, "nobody", tokenHash("admin").toHex()})
        QCOMPARE(strict.admit(from(stranger), route.need).error(), Problem::Unauthorized);
    const bool isIssue = QByteArray(route.endpoint->path).endsWith("/issue") && method == "POST";
    QCOMPARE(usual.admit(from({}), route.need).has_value(), isIssue);
    QCOMPARE(usual.admit(from("viewer"), route.need).has_value(), isIssue || mayRoles.contains("viewer"));
}

void TestRoles::noRouteIsForgotten()
{
    QSet<const EndpointRow *> seen;
    for (const auto &[method, path, may] : judged()) {
        const Route route = findRoute(method, path);
        QVERIFY2(route.endpoint, path.constData());
        QCOMPARE(route.need == Need::Nothing, may == "*");
        seen.insert(route.endpoint);
    }
    qsizetype all = 0;
    for (const auto &table : allEndpoints())
        all += qsizetype(table.size());
    QCOMPARE(seen.size(), all);
}

void TestRoles::withoutAnyTokenThisMachineAlone()
{
    TokenDesk desk;
    desk.publish({});
    const Security security({}, {{}, &desk, false});
    QVERIFY(security.admit(from({}), Need::Administer));
    QVERIFY(security.admit(from("whatever"), Need::Administer)); // nobody asks for it
    const Request distant = from({}, QStringLiteral("192.0.2.7"));
    QCOMPARE(security.admit(distant, Need::View).error(), Problem::NotLocal);
    QCOMPARE(security.refuses(distant).value(), Problem::NotLocal);
    const Security strict({}, {{}, &desk, true});
    QCOMPARE(strict.admit(from({}), Need::Issue).error(), Problem::Unauthorized);
}

void TestRoles::unreadTokensLetNobodyIn()
{
    const TokenDesk desk;
    const Security security({}, {{}, &desk, true});
    for (const Need need : {Need::Issue, Need::View, Need::Operate, Need::Administer}) {
        QCOMPARE(security.admit(from({}), need).error(), Problem::Unavailable);
        QCOMPARE(security.admit(from("admin"), need).error(), Problem::Unavailable);
    }
    const Request distant = from({}, QStringLiteral("192.0.2.7"));
    QCOMPARE(security.refuses(distant).value(), Problem::Unavailable);
    QVERIFY(!security.refuses(distant, true)); // the probes of health
    const Security withFile({}, {"secret", &desk, false});
    QVERIFY(withFile.admit(from("secret"), Need::Administer));
    QCOMPARE(withFile.admit(from("admin"), Need::View).error(),
             Problem::Unavailable); // may be one of the book's
    QCOMPARE(withFile.admit(from({}), Need::View).error(), Problem::Unauthorized);
}

void TestRoles::theLastListStaysUntilTheNext()
{
    TokenDesk desk;
    const Security security({}, {{}, &desk, false});
    desk.publish({row("viewer"), row("admin")});
    QVERIFY(security.admit(from("viewer"), Need::View));
    desk.publish({row("admin")});
    QCOMPARE(security.admit(from("viewer"), Need::View).error(), Problem::Unauthorized);
    QVERIFY(security.admit(from("admin"), Need::View));
    desk.publish({});
    QVERIFY(security.admit(from({}), Need::View));
}

void TestRoles::theTokenFileIsTheAdminNamedAdmin()
{
    TokenDesk desk;
    desk.publish({row("viewer")});
    const Security security({}, {"secret", &desk, true});
    const auto caller = security.admit(from("secret"), Need::Administer);
    QVERIFY(caller);
    QCOMPARE(caller->name + u' ' + caller->role, QStringLiteral("admin admin"));
    QVERIFY(security.admit(from("secret"), Need::Issue));
    QCOMPARE(security.admit(from("viewer"), Need::View)->name, QStringLiteral("viewer"));
    desk.publish({});
    QCOMPARE(security.admit(from({}), Need::View).error(), Problem::Unauthorized); // the file still counts
}

void TestRoles::aRoleOfANewerProgramMayDoNothing()
{
    TokenDesk desk;
    desk.publish({row("emperor")});
    const Security security({}, {{}, &desk, true});
    for (const Need need : {Need::Issue, Need::View, Need::Operate, Need::Administer})
        QCOMPARE(security.admit(from("emperor"), need).error(), Problem::NotPermitted);
    QVERIFY(!security.admit(from({}), Need::View)); // and yet there is a token
}

void TestRoles::usesAreRemembered()
{
    TokenDesk desk;
    desk.publish({row("viewer"), row("admin")});
    const Security security({}, {{}, &desk, false});
    QVERIFY(security.admit(from("viewer"), Need::View));
    QVERIFY(!security.admit(from("nobody"), Need::View));
    desk.publish({row("admin"), row("viewer")}); // the next reading
    const auto list = desk.list();
    QCOMPARE(list->at(0).used->load(), 0);
    QVERIFY(list->at(1).used->load() > 0);
}

void TestRoles::eachCallerHasARateOfItsOwn()
{
    Security security({}, {}, {}, {1, 1});
    const auto passes = [&](const char *name, const char *address, Need need) {
        Request request = from({}, QString::fromLatin1(address));
        request.sender.name = QString::fromLatin1(name);
        return !security.isTooMuch(request, need, 1);
    };
    for (int i = 0; i < RequestRate::burstSeconds; ++i) {
        QVERIFY(passes("kim", "192.0.2.1", Need::View));
        QVERIFY(passes("", "192.0.2.1", Need::Issue));
        QVERIFY(passes("kim", "192.0.2.1", Need::Issue)); // another purse
    }
    QVERIFY(!passes("kim", "192.0.2.2", Need::Operate)); // wherever it comes from
    QVERIFY(!passes("", "192.0.2.1", Need::Issue));
    QVERIFY(passes("lee", "192.0.2.1", Need::View));
    QVERIFY(passes("", "192.0.2.2", Need::Issue));
    for (int i = 0; i < 100; ++i) {
        QVERIFY(passes("kim", "192.0.2.1", Need::Nothing));
        QVERIFY(passes("", "127.0.0.1", Need::Administer)); // there is no token
    }
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
