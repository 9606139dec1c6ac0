// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings page's door to the doctor: what is typed is examined and not saved, on another thread, and
// what is under way ends with the door.

#include "app/options/desktop_settings.h"
#include "core/doctor/doctor.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace seonchak;
using Grade = doctor::Status;

namespace {

class NoStore final : public SecretStore
{
public:
    [[nodiscard]] bool isAvailable() const override { return false; }
    QCoro::Task<Result<void>> write(QString, QString) override { co_return Result<void>{}; }
    QCoro::Task<Result<void>> remove(QString) override { co_return Result<void>{}; }
};

/// Takes connections and says nothing.
struct Silent
{
    Silent()
    {
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("no port");
    }
    [[nodiscard]] QString at() const { return "127.0.0.1:" + QString::number(server.serverPort()); }
    QTcpServer server;
};

} // namespace

class TestDesktopExam : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void init();
    void whatIsTypedIsExaminedAndNotSaved();
    void findingsComeOnTheCallersThread();
    void whatAStartWouldRefuseIsAFinding();
    void aTextThatNobodyReadsIsNamed();
    void anotherExaminationStopsTheFirst();
    void aStopEndsItEarly();
    void theDoorWaitsForWhatIsUnderWay();
    void theTestButtonsAskTheDoctor();
    void aPreflightLooksAtWhatRuns();

private:
    using Answer = Result<SettingsPort::Checks>;
    /// What came of one examination, as it comes.
    struct Exam
    {
        std::optional<Answer> answer;
        QStringList heard;
        bool here = true; ///< heard on the thread that asked
    };
    std::shared_ptr<Exam> begin(const SettingsPort::Changes &changes)
    {
        auto exam = std::make_shared<Exam>();
        auto task = m_settings->examine(changes, doctor::Tongue::English, [exam](const doctor::Check &check) {
            exam->heard << check.id;
            exam->here = exam->here && QThread::currentThread() == QCoreApplication::instance()->thread();
        });
        std::move(task).then([exam](const Answer &answer) { exam->answer = answer; });
        return exam;
    }
    static Grade gradeOf(const Exam &exam, const QString &id)
    {
        const auto found = std::ranges::find(**exam.answer, id, &doctor::Check::id);
        return found == (*exam.answer)->end() ? Grade::Skipped : found->status;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    NoStore m_store;
    std::unique_ptr<DesktopSettings> m_settings;
};

void TestDesktopExam::init()
{
    m_settings.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    QFile file(m_dir->filePath("a.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("data-dir=" + m_dir->filePath("d").toUtf8() + "\nlisten=127.0.0.1:0\n");
    file.close();
    auto options = readOptions({"seonchak", "--config", file.fileName()}, {}, {});
    QVERIFY(options);
    m_settings = std::make_unique<DesktopSettings>(std::move(*options), m_store);
}

void TestDesktopExam::whatIsTypedIsExaminedAndNotSaved()
{
    const auto plain = begin({});
    QTRY_VERIFY_WITH_TIMEOUT(plain->answer, 20'000);
    QVERIFY(plain->answer->has_value());
    QCOMPARE(gradeOf(*plain, "database-writable"), Grade::Ok);
    QVERIFY(doctor::isFit(**plain->answer));
    const auto typed = begin(
        {{"database", "sqlite:///no/such/folder/a.sqlite"}, {"sale-name", "Autumn"}, {"sale-mode", "live"}});
    QTRY_VERIFY_WITH_TIMEOUT(typed->answer, 20'000);
    QCOMPARE(gradeOf(*typed, "database-writable"), Grade::Failed);
    QCOMPARE(gradeOf(*typed, "partner-reachable"), Grade::Failed); // a mock in a live sale
    QFile file(m_dir->filePath("a.ini"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("live"));
    QVERIFY(!QFile::exists(m_dir->filePath("d")));
}

void TestDesktopExam::findingsComeOnTheCallersThread()
{
    const auto exam = begin({});
    QVERIFY(exam->heard.isEmpty() && !exam->answer); // it has not held up the caller
    QTRY_VERIFY_WITH_TIMEOUT(exam->answer, 20'000);
    QTRY_COMPARE(exam->heard.size(), doctor::checkCount);
    QVERIFY(exam->here);
}

void TestDesktopExam::whatAStartWouldRefuseIsAFinding()
{
    const auto exam = begin({{"listen", "0.0.0.0:0"}});
    QTRY_VERIFY_WITH_TIMEOUT(exam->answer, 20'000);
    QVERIFY2(exam->answer->has_value(), "a listen address without a token is the doctor's to tell");
    QCOMPARE(gradeOf(*exam, "listen-token"), Grade::Failed);
}

void TestDesktopExam::aTextThatNobodyReadsIsNamed()
{
    const auto exam = begin({{"redis", "http://h"}});
    QTRY_VERIFY(exam->answer);
    QVERIFY(!exam->answer->has_value());
    QCOMPARE(exam->answer->error().names, QList<QByteArray>{"redis"});
}

void TestDesktopExam::anotherExaminationStopsTheFirst()
{
    const Silent silent;
    const auto first = begin({{"store", "http://" + silent.at()}});
    const auto second = begin({});
    QTRY_VERIFY_WITH_TIMEOUT(first->answer && second->answer, 20'000);
    QVERIFY((*first->answer)->size() < std::size_t(doctor::checkCount));
    QCOMPARE((*second->answer)->size(), std::size_t(doctor::checkCount));
}

void TestDesktopExam::aStopEndsItEarly()
{
    Silent silent;
    const auto exam = begin({{"store", "http://" + silent.at()}, {"store-timeout-ms", "60000"}});
    QTRY_VERIFY_WITH_TIMEOUT(silent.server.hasPendingConnections(), 20'000); // it waits for the partner
    QVERIFY(!exam->answer);
    m_settings->stopExamining();
    QTRY_VERIFY_WITH_TIMEOUT(exam->answer, 20'000);
    QStringList ids;
    for (const auto &check : **exam->answer)
        ids << check.id;
    QVERIFY(ids.contains("database-reachable"));
    QVERIFY2(!ids.contains("partner-reachable"), "what was cut off is no finding");
}

void TestDesktopExam::theDoorWaitsForWhatIsUnderWay()
{
    const Silent silent;
    const auto exam = begin({{"redis", "redis://" + silent.at()}});
    m_settings.reset();
    QTRY_VERIFY(exam->answer); // and nothing runs behind it
    QVERIFY((*exam->answer)->size() < std::size_t(doctor::checkCount));
}

void TestDesktopExam::theTestButtonsAskTheDoctor()
{
    const auto tried = [this](const QString &key, const SettingsPort::Changes &changes) {
        auto got = std::make_shared<std::optional<Result<QString>>>();
        m_settings->test(key, changes).then([got](const Result<QString> &answer) { *got = answer; });
        if (!QTest::qWaitFor([got] { return got->has_value(); }, 20'000))
            return QString("no end");
        return **got ? ***got : "failed: " + (*got)->error().detail;
    };
    QVERIFY(tried("redis", {}).endsWith("redis-server")); // private
    QCOMPARE(tried("store", {}), "mock");
    const QString path = m_dir->filePath("d/seonchak.sqlite");
    QCOMPARE(tried("database", {}), "SQLite (" + path + ")");
    QVERIFY(tried("database", {{"database", "sqlite:///no/such/folder/a"}}).startsWith("failed: the folder"));
    QVERIFY(tried("redis", {{"redis", "redis://127.0.0.1:1"}}).startsWith("failed: "));
}

/// What was saved since the start is not what will open.
void TestDesktopExam::aPreflightLooksAtWhatRuns()
{
    auto saving = m_settings->save({{"database", "sqlite:///no/such/folder/a.sqlite"}});
    bool saved = false;
    std::move(saving).then([&saved](const Result<void> &done) { saved = done.has_value(); });
    QTRY_VERIFY(saved);
    const auto page = begin({}); // goes on beside it
    auto exam = std::make_shared<Exam>();
    auto task = m_settings->preflight(doctor::Tongue::English,
                                      [exam](const doctor::Check &check) { exam->heard << check.id; });
    std::move(task).then([exam](const Answer &answer) { exam->answer = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(exam->answer && page->answer, 30'000);
    QCOMPARE(gradeOf(*exam, "database-writable"), Grade::Ok);
    QCOMPARE(gradeOf(*page, "database-writable"), Grade::Failed);
    QTRY_COMPARE(exam->heard.size(), doctor::checkCount);
    QCOMPARE(page->heard.size(), doctor::checkCount);
}

QTEST_GUILESS_MAIN(TestDesktopExam)
#include "tst_desktop_exam.moc"
