// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attach_tokens.h"

#include "ui/desk/looks.h"

namespace seonchak {

namespace {

QString attachTokenKey(const QString &server)
{
    return QStringLiteral("attach ") + server;
}

} // namespace

QCoro::Task<Result<void>> AttachTokens::keep(QString server, QByteArray token)
{
    auto writing = m_store.write(attachTokenKey(server), QString::fromUtf8(token));
    const auto written = co_await writing;
    if (written)
        m_looks.keepAttachToken(server);
    co_return written;
}

QByteArray AttachTokens::keptFor(const QString &server, const Looks &looks, const AskKeychain &ask)
{
    if (!looks.hasAttachToken(server))
        return {};
    const QString key = attachTokenKey(server);
    return ask({key}).value(key).toUtf8().trimmed();
}

} // namespace seonchak
