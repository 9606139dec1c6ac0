// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_draft.h"

#include "core/lab/report/documents.h"
#include "core/record/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace seonchak {

namespace {

constexpr qint64 largestDraft = 64 * 1024;

/// A number of the file, kept within what its field takes.
void take(const QJsonObject &json, const char *name, qint64 &into, qint64 least, qint64 most)
{
    const QJsonValue value = json.value(QLatin1String(name));
    if (value.isDouble())
        into = std::clamp(qint64(std::clamp(value.toDouble(), double(least), double(most))), least, most);
}

/// The password stays out of the file; the rest of the address is worth keeping.
QString withoutPassword(const QString &address)
{
    QString text = address;
    static const QRegularExpression user(QStringLiteral("^([a-z]+://[^/?@:]*):[^@]*@"));
    static const QRegularExpression option(QStringLiteral("([?&]password=)[^&]*"));
    return text.replace(user, QStringLiteral("\\1@")).replace(option, QStringLiteral("\\1"));
}

QList<Strategy> strategiesOf(const QJsonArray &names)
{
    QList<Strategy> strategies;
    for (const Strategy strategy : allStrategies()) {
        if (names.contains(strategyName(strategy)))
            strategies << strategy;
    }
    return strategies;
}

} // namespace

lab::Setting settingOf(const LabDraft &draft)
{
    lab::Setting setting;
    setting.strategies = draft.strategies;
    setting.databases.clear();
    if (draft.sqlite)
        setting.databases << QStringLiteral("sqlite");
    if (!draft.postgresql.trimmed().isEmpty())
        setting.databases << draft.postgresql.trimmed();
    setting.requests = draft.requests;
    setting.stock = draft.stock;
    setting.users = draft.users;
    setting.rate = double(draft.rate);
    setting.connections = int(draft.connections);
    setting.opensIn = draft.documents || draft.client == lab::Client::Jmeter ? 0 : double(draft.opensIn);
    setting.failureRate = draft.failurePercent / 100;
    setting.repeats = int(draft.repeats);
    setting.seed = draft.seed.trimmed().toULongLong();
    setting.client = draft.client;
    if (draft.documents)
        lab::applyDocumentsExperiment(setting);
    if (setting.client == lab::Client::Jmeter)
        setting.users = setting.requests;
    return setting;
}

LabDraft readDraft(const QString &path)
{
    LabDraft draft;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestDraft)
        return draft;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json.value(QStringLiteral("strategies")).isArray())
        draft.strategies = strategiesOf(json.value(QStringLiteral("strategies")).toArray());
    take(json, "requests", draft.requests, 1, 10'000'000);
    take(json, "stock", draft.stock, 1, 1'000'000);
    take(json, "users", draft.users, 1, 10'000'000);
    take(json, "rate", draft.rate, 0, 1'000'000);
    take(json, "connections", draft.connections, 1, 50'000);
    take(json, "opensIn", draft.opensIn, 0, lab::longestWait);
    take(json, "repeats", draft.repeats, 1, 1000);
    draft.failurePercent =
        std::clamp(json.value(QStringLiteral("failurePercent")).toDouble(draft.failurePercent), 0.0, 100.0);
    draft.seed = json.value(QStringLiteral("seed")).toString().left(18);
    draft.sqlite = json.value(QStringLiteral("sqlite")).toBool(draft.sqlite);
    draft.postgresql = json.value(QStringLiteral("postgresql")).toString().left(2000);
    if (json.value(QStringLiteral("client")).toString() == QLatin1String("jmeter"))
        draft.client = lab::Client::Jmeter;
    draft.documents = json.value(QStringLiteral("documents")).toBool();
    return draft;
}

bool writeDraft(const QString &path, const LabDraft &draft)
{
    QJsonArray strategies;
    for (const Strategy strategy : draft.strategies)
        strategies.append(strategyName(strategy));
    const bool own = draft.client == lab::Client::Own;
    const QJsonObject json{{QStringLiteral("strategies"), strategies},
                           {QStringLiteral("requests"), draft.requests},
                           {QStringLiteral("stock"), draft.stock},
                           {QStringLiteral("users"), draft.users},
                           {QStringLiteral("rate"), draft.rate},
                           {QStringLiteral("connections"), draft.connections},
                           {QStringLiteral("opensIn"), draft.opensIn},
                           {QStringLiteral("failurePercent"), draft.failurePercent},
                           {QStringLiteral("repeats"), draft.repeats},
                           {QStringLiteral("seed"), draft.seed},
                           {QStringLiteral("sqlite"), draft.sqlite},
                           {QStringLiteral("postgresql"), withoutPassword(draft.postgresql)},
                           {QStringLiteral("client"), own ? QStringLiteral("own") : QStringLiteral("jmeter")},
                           {QStringLiteral("documents"), draft.documents}};
    if (!QDir().mkpath(QFileInfo(path).path()))
        return false;
    return writeWhole(path, QJsonDocument(json).toJson(), QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        .has_value();
}

} // namespace seonchak
