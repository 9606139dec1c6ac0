// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a person comes to a server elsewhere: the first start, the address, the token, the trial.

#include "core/wire/place_json.h"
#include "tests/support/hook_listener.h"
#include "tests/ui/fake_call.h"
#include "ui/desk/first_run_dialog.h"
#include "ui/desk/looks.h"
#include "ui/parts/languages.h"
#include "ui/parts/tone_label.h"
#include "ui/remote/attach_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace seonchak;
using seonchak::testing::HookListener;
using theme::Tone;

namespace {

constexpr int attachMs = 20'000;

struct FakeSafe final : TokenSafe
{
    [[nodiscard]] bool isAvailable() const override { return available; }
    QCoro::Task<Result<void>> keep(QString server, QByteArray token) override
    {
        return kept.call(server, token);
    }
    bool available = true;
    FakeCall<void, QString, QByteArray> kept;
};

QByteArray response(int status, const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nContent-Type: " + type +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray refusal(int status, const char *code)
{
    return response(status, "application/problem+json", QByteArray("{\"code\":\"") + code + "\"}");
}

QByteArray welcome()
{
    json::DeskPlaceInfo place;
    place.role = QStringLiteral("operator");
    place.name = QStringLiteral("kim");
    place.sale.name = QStringLiteral("Autumn");
    return response(200, "application/json", json::desk(place));
}

struct Dialog
{
    explicit Dialog(const QStringList &known = {}, bool hasKeychain = true)
    {
        safe.available = hasKeychain;
        safe.kept.answer = [](const QString &, const QByteArray &) { return Result<void>(); };
        dialog = std::make_unique<AttachDialog>(known, safe);
        dialog->show();
    }
    template <typename T>
    T *part(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    void type(const QString &url, const QString &secret = {}) const
    {
        part<QComboBox>("attachUrl")->setEditText(url);
        part<QLineEdit>("attachSecret")->setText(secret);
    }
    QString line() const { return part<ToneLabel>("attachLine")->text(); }
    QPushButton *button(const char *name) const { return part<QPushButton>(name); }
    FakeSafe safe;
    std::unique_ptr<AttachDialog> dialog;
};

} // namespace

class TestAttachDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theLikeliestIsThereAlready();
    void addressesThatCannotBe();
    void aTrialThatWorks();
    void trialsThatDoNot_data();
    void trialsThatDoNot();
    void nobodyListens();
    void theTokenGoesIntoTheKeychain();
    void aKeychainThatDoesNotTakeIt();
    void withoutAKeychain();
    void aFileThatCannotBeRead();
    void theFirstStartIsOne();
    void theFirstStartAsks();
    void pictures_data();
    void pictures();

private:
    QTemporaryDir m_home;
    Looks m_looks{m_home.filePath(QStringLiteral("desk.ini"))};
};

void TestAttachDialog::initTestCase()
{
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
    m_looks.setLanguage(QStringLiteral("en"));
}

void TestAttachDialog::theLikeliestIsThereAlready()
{
    const Dialog dialog({"unix:/run/seonchak/desk.sock", "https://desk.example"});
    QCOMPARE(dialog.part<QComboBox>("attachUrl")->currentText(),
             QStringLiteral("unix:/run/seonchak/desk.sock"));
    QCOMPARE(dialog.part<QComboBox>("attachUrl")->count(), 2);
    QVERIFY(dialog.button("attachAction")->isEnabled());
    QCOMPARE(dialog.part<QLineEdit>("attachSecret")->echoMode(), QLineEdit::Password);
}

void TestAttachDialog::addressesThatCannotBe()
{
    const Dialog dialog;
    QVERIFY(!dialog.button("attachTest")->isEnabled()); // Nothing is typed yet.
    for (const char *url : {"http://desk.example", "ftp://x", "unix:here", "https://kim:pw@desk.example"}) {
        dialog.type(QLatin1String(url));
        QVERIFY2(!dialog.button("attachTest")->isEnabled(), url);
        QVERIFY2(!dialog.button("attachAction")->isEnabled(), url);
    }
    dialog.type(QStringLiteral("https://desk.example/base"));
    QVERIFY(dialog.button("attachAction")->isEnabled());
}

void TestAttachDialog::aTrialThatWorks()
{
    HookListener server;
    server.answer = [](int) { return welcome(); };
    const Dialog dialog;
    dialog.type(server.url("/base"), QStringLiteral(" secret "));
    dialog.button("attachTest")->click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.line(),
                              QStringLiteral("It works: you are kim (operator) at Autumn, version 1.2.3."),
                              attachMs);
    QCOMPARE(dialog.part<ToneLabel>("attachLine")->tone(), Tone::Good);
    QVERIFY(server.got.first().head.startsWith("GET /base/api/v1/desk "));
    QCOMPARE(server.got.first().header("authorization"), QByteArray("Bearer secret"));
    QCOMPARE(dialog.safe.kept.times(), 0); // A trial changes nothing.
    dialog.type(server.url("/other"));
    QVERIFY(dialog.line().isEmpty()); // What was tried is not what stands there now.
}

void TestAttachDialog::trialsThatDoNot_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("no token") << refusal(401, "unauthorized") << "token";
    QTest::newRow("role") << refusal(403, "not-permitted")
                          << "A token of a viewer, an operator or an admin may";
    QTest::newRow("name") << refusal(421, "misdirected") << "--allow-host";
    QTest::newRow("not local") << refusal(403, "not-local") << "It has no token yet";
    QTest::newRow("version") << refusal(404, "not-found") << "too old";
    QTest::newRow("busy") << refusal(503, "unavailable") << "no place just now";
    QTest::newRow("page of a proxy") << response(200, "text/html", "<html>hello</html>")
                                     << "Something else answers";
    QTest::newRow("nobody behind") << response(502, "text/html", "<html>Bad Gateway</html>")
                                   << "no server behind it";
    QTest::newRow("sends elsewhere") << response(302, "text/html", {}) << "sends elsewhere";
    QTest::newRow("json of another") << response(200, "application/json", "{\"hello\":1}")
                                     << "Something else answers";
}

void TestAttachDialog::trialsThatDoNot()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    HookListener server;
    server.answer = [&answer](int) { return answer; };
    const Dialog dialog;
    dialog.type(server.url(""));
    dialog.button("attachTest")->click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.part<ToneLabel>("attachLine")->tone(), Tone::Bad, attachMs);
    QVERIFY2(dialog.line().contains(words), qPrintable(dialog.line()));
    QVERIFY(dialog.button("attachTest")->isEnabled());
}

void TestAttachDialog::nobodyListens()
{
    QString url;
    {
        const HookListener gone;
        url = gone.url("");
    }
    const Dialog dialog;
    dialog.type(url);
    dialog.button("attachTest")->click();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.line().contains("refuses the connection"), attachMs);
    dialog.type(QStringLiteral("unix:/nonexistent/desk.sock"));
    dialog.button("attachTest")->click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.part<ToneLabel>("attachLine")->tone(), Tone::Bad, attachMs);
    QVERIFY2(dialog.line().contains("/nonexistent/desk.sock"), qPrintable(dialog.line()));
}

void TestAttachDialog::theTokenGoesIntoTheKeychain()
{
    Dialog dialog;
    QSignalSpy chosen(dialog.dialog.get(), &AttachDialog::chosen);
    dialog.safe.kept.hold = true;
    dialog.type(QStringLiteral("https://desk.example/base"), QStringLiteral("secret\n"));
    dialog.button("attachAction")->click();
    QCOMPARE(chosen.size(), 0); // Not before it is there: the window that opens looks for it.
    dialog.safe.kept.release();
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(std::get<0>(dialog.safe.kept.asked.front()), QStringLiteral("https://desk.example/base"));
    QCOMPARE(std::get<1>(dialog.safe.kept.asked.front()), QByteArray("secret"));
    QCOMPARE(chosen.first(), (QVariantList{QStringLiteral("https://desk.example/base"), QString()}));
}

void TestAttachDialog::aKeychainThatDoesNotTakeIt()
{
    Dialog dialog;
    QSignalSpy chosen(dialog.dialog.get(), &AttachDialog::chosen);
    dialog.safe.kept.answer = [](const QString &, const QByteArray &) -> Result<void> {
        return failure(Trouble::Unavailable, QStringLiteral("it is locked"));
    };
    dialog.type(QStringLiteral("https://desk.example"), QStringLiteral("secret"));
    dialog.button("attachAction")->click();
    const auto says = [&dialog] {
        const auto labels = dialog.dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains("it is locked"); });
    };
    QTRY_VERIFY(says());
    QVERIFY(dialog.dialog->isVisible());
    QVERIFY(dialog.button("attachAction")->isEnabled());
    QCOMPARE(chosen.size(), 0);
}

void TestAttachDialog::withoutAKeychain()
{
    const Dialog dialog({}, false);
    QVERIFY(!dialog.part<QLineEdit>("attachSecret")->isEnabled());
    QSignalSpy chosen(dialog.dialog.get(), &AttachDialog::chosen);
    dialog.type(QStringLiteral("unix:/run/seonchak/desk.sock"));
    dialog.button("attachAction")->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(dialog.safe.kept.times(), 0);
}

void TestAttachDialog::aFileThatCannotBeRead()
{
    const Dialog dialog;
    QSignalSpy chosen(dialog.dialog.get(), &AttachDialog::chosen);
    dialog.type(QStringLiteral("https://desk.example"));
    dialog.part<QLineEdit>("attachToken")->setText(m_home.filePath(QStringLiteral("none")));
    dialog.button("attachAction")->click();
    QCOMPARE(chosen.size(), 0);
    QFile file(m_home.filePath(QStringLiteral("token")));
    const auto choose = [&](const QByteArray &content, QFile::Permissions others) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | others));
        dialog.part<QLineEdit>("attachToken")->setText(file.fileName());
        dialog.button("attachAction")->click();
    };
    // The window that would be opened refuses these, so the dialog does.
    choose("secret", QFile::ReadOther);
    choose(QByteArray("s\0e\0c\0r\0e\0t\0", 12), {});
    choose("two\nlines", {});
    choose(QByteArray(5000, 'x'), {});
    QCOMPARE(chosen.size(), 0);
    choose("\xEF\xBB\xBFsecret\r\n", {});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().at(1).toString(), file.fileName());
}

void TestAttachDialog::theFirstStartIsOne()
{
    const QString file = m_home.filePath(QStringLiteral("fresh.ini"));
    {
        Looks looks(file);
        QVERIFY(looks.isFirstStart());
        QVERIFY(!looks.isFirstStart());
        QVERIFY(!looks.hasAttachToken(QStringLiteral("https://desk.example")));
        looks.keepAttachToken(QStringLiteral("https://desk.example"));
    }
    Looks again(file);
    QVERIFY(!again.isFirstStart());
    QVERIFY(again.hasAttachToken(QStringLiteral("https://desk.example")));
}

void TestAttachDialog::theFirstStartAsks()
{
    FirstRunDialog dialog;
    QSignalSpy attach(&dialog, &FirstRunDialog::attachChosen);
    dialog.show();
    dialog.findChild<QPushButton *>(QStringLiteral("firstRunHere"))->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(attach.size(), 0);
    dialog.show();
    dialog.findChild<QPushButton *>(QStringLiteral("firstRunAttach"))->click();
    QVERIFY(!dialog.isVisible());
    QCOMPARE(attach.size(), 1);
}

void TestAttachDialog::pictures_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ko") << "ko";
    QTest::newRow("en") << "en";
}

void TestAttachDialog::pictures()
{
    QFETCH(const QString, language);
    const QString folder = qEnvironmentVariable("SEONCHAK_PICTURES_DIR");
    m_looks.setLanguage(language);
    HookListener server;
    server.answer = [](int) { return welcome(); };
    const Dialog dialog({server.url("")});
    dialog.type(server.url(""), QStringLiteral("secret"));
    dialog.button("attachTest")->click();
    QTRY_COMPARE_WITH_TIMEOUT(dialog.part<ToneLabel>("attachLine")->tone(), Tone::Good, attachMs);
    const Dialog bare({}, false);
    FirstRunDialog first;
    first.show();
    if (!folder.isEmpty()) {
        QVERIFY(dialog.dialog->grab().save(folder + "/attach-dialog-" + language + ".png"));
        QVERIFY(bare.dialog->grab().save(folder + "/attach-dialog-bare-" + language + ".png"));
        QVERIFY(first.grab().save(folder + "/first-run-" + language + ".png"));
    }
    m_looks.setLanguage(QStringLiteral("en"));
}

QTEST_MAIN(TestAttachDialog)
#include "tst_attach_dialog.moc"
