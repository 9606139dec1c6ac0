// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/redis/tls.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace seonchak {

/// The address of a Redis, as given by the --redis option.
struct RedisAddress
{
    enum class Kind { Private, Tcp, Unix, Sentinel, Cluster };
    Kind kind = Kind::Private;
    QString host;
    quint16 port = 6379;
    QString path; ///< of a Unix socket
    QString user;
    QString password;
    int database = 0;
    QList<std::pair<QString, quint16>> peers; ///< sentinels or cluster nodes
    QString master;                           ///< the master's name in Sentinel
    std::optional<RedisTls> tls;              ///< for rediss://, of kind Tcp

    /// Errors are BadInput with a sentence that names the problem. rediss:// is refused if hiredis has no TLS
    /// or its files cannot be read.
    static Result<RedisAddress> parse(const QString &text);
    /// A connectable URL, password masked. Private has none until it runs.
    [[nodiscard]] QString masked() const;
    /// "private", "tcp", "unix", "sentinel", "cluster": the mode in the status answer.
    [[nodiscard]] QString mode() const;
    /// The first commands on a new connection: AUTH, SELECT, ROLE if Sentinel gave the address, then PING.
    [[nodiscard]] std::vector<std::vector<QByteArray>> greeting() const;
};

} // namespace seonchak
