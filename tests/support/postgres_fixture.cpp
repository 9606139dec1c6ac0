// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_fixture.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTextStream>

#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace seonchak {

namespace {

constexpr int toolTimeoutMs = 60'000;
constexpr int startTimeoutMs = 120'000;
constexpr int lookMs = 20;

/// The newest version installed.
QString findBinaries()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QString best;
    int bestVersion = -1;
    const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        const QString path = versions.filePath(name + QStringLiteral("/bin"));
        if (name.toInt() > bestVersion && QFile::exists(path + QStringLiteral("/initdb"))) {
            bestVersion = name.toInt();
            best = path;
        }
    }
    return best;
}

const passwd *serverUser()
{
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

} // namespace

PostgresFixture::PostgresFixture()
    : m_binaries(findBinaries())
    , m_folder(QDir::tempPath() + QStringLiteral("/seonchak-pg-XXXXXX"))
{
    if (const passwd *user = serverUser()) {
        if (::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            QTextStream(stderr) << "postgres fixture: chown failed\n";
    }
}

PostgresFixture::~PostgresFixture()
{
    stopImmediately();
}

void PostgresFixture::start(QProcess &process, const QString &tool, const QStringList &arguments) const
{
    // Uses a program instead of code between fork and exec, where sanitizers fail.
    QStringList words{QStringLiteral("--pdeathsig"), QStringLiteral("QUIT")};
    if (serverUser()) {
        words += {QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                  QStringLiteral("--init-groups")};
    }
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("setpriv"), words + QStringList{m_binaries + u'/' + tool} + arguments);
}

bool PostgresFixture::runTool(const QString &tool, const QStringList &arguments) const
{
    QProcess process;
    start(process, tool, arguments);
    const bool ended = process.waitForFinished(toolTimeoutMs);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    if (tool != QStringLiteral("pg_isready"))
        QTextStream(stderr) << "postgres fixture: " << tool << " failed: " << process.readAll() << '\n';
    return false;
}

bool PostgresFixture::makeCluster()
{
    m_made = runTool(QStringLiteral("initdb"),
                     {QStringLiteral("--no-sync"), QStringLiteral("--auth=trust"),
                      QStringLiteral("--username=postgres"), QStringLiteral("--encoding=UTF8"),
                      QStringLiteral("--locale=C"),
                      QStringLiteral("--pgdata=") + m_folder.filePath(QStringLiteral("data"))});
    return m_made;
}

bool PostgresFixture::start()
{
    if (m_binaries.isEmpty()) {
        QTextStream(stderr) << "postgres fixture: no PostgreSQL under /usr/lib/postgresql\n";
        return false;
    }
    if (!m_made && !makeCluster())
        return false;
    const QDeadlineTimer deadline(startTimeoutMs);
    while (!deadline.hasExpired()) {
        if (m_server.state() ==
            QProcess::NotRunning) { // also repeated if a killed server's children were still there
            m_server.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
            start(m_server, QStringLiteral("postgres"),
                  {QStringLiteral("-D"), m_folder.filePath(QStringLiteral("data")), QStringLiteral("-k"),
                   m_folder.path(), QStringLiteral("-c"), QStringLiteral("listen_addresses="),
                   // Only processes die in tests: no test has to wait for the disk.
                   QStringLiteral("-c"), QStringLiteral("fsync=off"), QStringLiteral("-c"),
                   QStringLiteral("full_page_writes=off")});
            m_server.waitForStarted();
        }
        if (runTool(QStringLiteral("pg_isready"),
                    {QStringLiteral("-q"), QStringLiteral("-h"), m_folder.path()}))
            return true;
        m_server.waitForFinished(lookMs);
    }
    QFile log(m_folder.filePath(QStringLiteral("log")));
    if (log.open(QIODevice::ReadOnly))
        QTextStream(stderr) << "postgres fixture: the server did not start: " << log.readAll() << '\n';
    return false;
}

void PostgresFixture::stopImmediately()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server.processId()), SIGQUIT);
    if (!m_server.waitForFinished(toolTimeoutMs))
        kill();
}

void PostgresFixture::kill()
{
    m_server.kill();
    m_server.waitForFinished(toolTimeoutMs);
}

QString PostgresFixture::createDatabase(const QString &name)
{
    const bool made =
        runTool(QStringLiteral("createdb"), {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"),
                                             QStringLiteral("postgres"), name});
    return made ? urlOf(name) : QString();
}

QString PostgresFixture::urlOf(const QString &name) const
{
    return QStringLiteral("postgresql://postgres@/%1?host=%2").arg(name, m_folder.path());
}

} // namespace seonchak
