// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>

namespace seonchak {

namespace {

// Qt's message handler is a plain function: what it needs to know has nowhere else to be.
std::atomic<LogLevel> leastLevel{LogLevel::Info};
std::atomic<LogFormat> lineFormat{LogFormat::Text};

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

void writeLine(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const auto [level, name] = levelOf(type);
    if (level < leastLevel)
        return;
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    QByteArray line;
    if (lineFormat == LogFormat::Json) {
        const QJsonObject object{{QStringLiteral("time"), time},
                                 {QStringLiteral("level"), QLatin1String(name)},
                                 {QStringLiteral("message"), message}};
        line = QJsonDocument(object).toJson(QJsonDocument::Compact);
    } else {
        // One event, one line: what a client sent must not forge another.
        const QString flat = QString(message).replace(QLatin1Char('\n'), QLatin1Char(' '));
        line = (time + QLatin1Char(' ') + QLatin1String(name) + QStringLiteral(": ") + flat).toUtf8();
    }
    line += '\n';
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
    qInstallMessageHandler(writeLine);
}

} // namespace seonchak
