// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/reply.h"
#include "core/redis/script.h"

#include <optional>

struct redisReply;

/// Encoding and decoding of Redis' wire protocol. Private to core/redis.
namespace seonchak::protocol {

/// Encodes a command for Redis.
QByteArray encode(const std::vector<QByteArray> &arguments);
/// Re-encodes a ScriptCall as EVAL with the script's source.
QByteArray encodeRunWithSource(const QByteArray &run, const QByteArray &source);

/// Copies an answer out of hiredis. An error reply, or an array that contains one, becomes the failure
/// described in reply.h.
RedisResult resultFrom(const redisReply &reply);

/// Whether the server's message begins with that error code.
bool hasCode(const Error &error, QLatin1String code);
/// Host and port of "MOVED slot host:port". The host is empty if the server means its own.
std::optional<std::pair<QString, quint16>> movedTo(const Error &error);

} // namespace seonchak::protocol
