// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_trail.h"

#include "core/coupon/utc_text.h"
#include "core/issue/administration/administration.h"
#include "core/issue/sale/sale.h"

#include <QCoreApplication>
#include <QFile>

#include <pwd.h>
#include <unistd.h>

namespace seonchak {

namespace {

void tell(Sale &sale, const QString &action, const QString &detail, const QString &result)
{
    const QString who = QStringLiteral("server (%1)").arg(RunTrail::person());
    sale.administration().report(who, action, detail, result);
}

} // namespace

RunTrail::RunTrail(QString dataDir, QString what)
    : m_file(std::move(dataDir) + QStringLiteral("/running"))
    , m_what(std::move(what))
{
}

QString RunTrail::person()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::geteuid());
}

void RunTrail::begin(Sale &sale)
{
    m_begun = true;
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly)) {
        const QString since = QString::fromLatin1(file.readAll().left(200)).trimmed();
        tell(sale, QStringLiteral("crash"), since, QStringLiteral("failed: the server ended without a word"));
        file.close();
    }
    const QString now = QString::fromLatin1(utcText(sale.wallMs()));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(QStringLiteral("process %1, since %2\n")
                       .arg(QCoreApplication::applicationPid())
                       .arg(now)
                       .toUtf8());
    tell(sale, QStringLiteral("start"), m_what, QStringLiteral("done"));
}

void RunTrail::end(Sale &sale)
{
    if (m_begun)
        tell(sale, QStringLiteral("end"), {}, QStringLiteral("done"));
}

void RunTrail::finish()
{
    if (m_begun)
        QFile::remove(m_file);
}

} // namespace seonchak
