// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options/keychain.h"

#include "core/async/promised.h"

#include <qt6keychain/keychain.h>

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QEventLoop>
#include <QTimer>

#include <memory>

namespace seonchak {

namespace {

const QString service = QStringLiteral("seonchak");
constexpr int patienceMs = 20'000;

Result<void> resultOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound)
        return {};
    return failure(Trouble::Unavailable, QStringLiteral("the keychain: %1").arg(job.errorString()));
}

/// QtKeychain reports a missing keychain only after a failed try; the page needs to know before.
bool serviceOnSessionBus()
{
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return false;
    const QStringList names = bus.interface()->registeredServiceNames().value() +
                              bus.interface()->activatableServiceNames().value();
    return names.contains(QStringLiteral("org.freedesktop.secrets")) ||
           names.contains(QStringLiteral("org.kde.kwalletd6")) ||
           names.contains(QStringLiteral("org.kde.kwalletd5"));
}

/// The job deletes itself when it has finished; a keychain that never answers is not awaited forever.
Promised<Result<void>> start(QKeychain::Job &job, const QString &key)
{
    const Promised<Result<void>> done;
    const auto told = std::make_shared<bool>(false);
    const auto tell = [done, told](Result<void> result) {
        if (!std::exchange(*told, true))
            done.deliver(std::move(result));
    };
    job.setKey(key);
    job.setAutoDelete(true);
    QObject::connect(&job, &QKeychain::Job::finished, &job,
                     [tell](QKeychain::Job *ended) { tell(resultOf(*ended)); });
    QTimer::singleShot(patienceMs, [tell] {
        tell(failure(Trouble::Unavailable, QStringLiteral("the keychain gave no answer: unlock it")));
    });
    job.start();
    return done;
}

} // namespace

Keychain::Keychain()
    : m_available(serviceOnSessionBus())
{
}

QCoro::Task<Result<void>> Keychain::write(QString key, QString packed)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setTextData(packed);
    const auto done = start(*job, key);
    co_return co_await done;
}

QCoro::Task<Result<void>> Keychain::remove(QString key)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    const auto done = start(*job, key);
    co_return co_await done;
}

QHash<QString, QString> askKeychain(const QStringList &keys)
{
    QHash<QString, QString> found;
    if (keys.isEmpty() || !serviceOnSessionBus())
        return found;
    QEventLoop loop;
    qsizetype waiting = keys.size();
    for (const auto &key : keys) {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        job->setAutoDelete(true);
        QObject::connect(job, &QKeychain::Job::finished, &loop,
                         [&found, &loop, &waiting, key, job](QKeychain::Job *ended) {
                             if (ended->error() == QKeychain::NoError)
                                 found[key] = job->textData();
                             if (--waiting == 0)
                                 loop.quit();
                         });
        job->start();
    }
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    if (waiting > 0)
        loop.exec();
    if (waiting > 0)
        qWarning("the keychain gave no answer in time: passwords kept there are missing");
    return found;
}

} // namespace seonchak
