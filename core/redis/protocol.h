// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/redis/reply.h"
#include "core/redis/script.h"

#include <optional>

struct redisReply;

/// Redis' words on the wire and back. Private to core/redis.
namespace seonchak::protocol {

/// A command as Redis reads it.
QByteArray encode(const std::vector<QByteArray> &arguments);
/// What a ScriptCall wrote, as EVAL with the script's source.
QByteArray encodeRunWithSource(const QByteArray &run, const QByteArray &source);

/// Copies an answer out of hiredis. An error reply, or an array that holds one, becomes the failure reply.h
/// names.
RedisResult resultFrom(const redisReply &reply);

/// True where the server's words begin with that error code.
bool hasCode(const Error &error, QLatin1String code);
/// Host and port of "MOVED slot host:port". The host is empty where the server means its own.
std::optional<std::pair<QString, quint16>> movedTo(const Error &error);

} // namespace seonchak::protocol
