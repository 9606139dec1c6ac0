// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

namespace seonchak {

namespace {

// Qt's message handler is a plain function, so its state must be global.
std::atomic<LogLevel> leastLevel{LogLevel::Info};
std::atomic<LogFormat> lineFormat{LogFormat::Text};
std::atomic<bool> toJournal{false};

/// syslog's numbers, which the journal reads at the start of a line.
QByteArray prefixOf(LogLevel level)
{
    static constexpr const char *prefixes[] = {"<7>", "<6>", "<4>", "<3>"};
    return prefixes[std::size_t(level)];
}

std::pair<LogLevel, const char *> levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {LogLevel::Debug, "debug"};
    case QtInfoMsg:
        return {LogLevel::Info, "info"};
    case QtWarningMsg:
        return {LogLevel::Warning, "warning"};
    default:
        return {LogLevel::Error, "error"};
    }
}

/// Whether standard error is the stream that the service manager connected to the journal.
bool isJournal()
{
    const QList<QByteArray> named = qgetenv("JOURNAL_STREAM").split(':');
    struct stat about = {};
    return named.size() == 2 && ::fstat(STDERR_FILENO, &about) == 0 &&
           named[0] == QByteArray::number(qulonglong(about.st_dev)) &&
           named[1] == QByteArray::number(qulonglong(about.st_ino));
}

QByteArray jsonLine(const QString &time, const char *name, const QString &message)
{
    QJsonObject object{{QStringLiteral("level"), QLatin1String(name)}, {QStringLiteral("message"), message}};
    if (!time.isEmpty())
        object[QStringLiteral("time")] = time;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray textLine(const QString &time, const char *name, const QString &message)
{
    // One event, one line: a client's data must not forge another line.
    QString flat = message;
    flat.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
    if (!time.isEmpty())
        flat.prepend(time + QLatin1Char(' ') + QLatin1String(name) + QStringLiteral(": "));
    return flat.toUtf8();
}

void writeLine(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const auto [level, name] = levelOf(type);
    if (level < leastLevel)
        return;
    const QString time = toJournal ? QString() : QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const auto make = lineFormat == LogFormat::Json ? jsonLine : textLine;
    const QByteArray line = (toJournal ? prefixOf(level) : QByteArray()) + make(time, name, message) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void changeLog(LogLevel least, LogFormat format)
{
    leastLevel = least;
    lineFormat = format;
}

void installLog(LogLevel least, LogFormat format)
{
    changeLog(least, format);
    toJournal = isJournal();
    qInstallMessageHandler(writeLine);
}

QByteArray journalPrefix(LogLevel level)
{
    return isJournal() ? prefixOf(level) : QByteArray();
}

} // namespace seonchak
