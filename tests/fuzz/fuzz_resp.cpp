// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Redis' answers: hiredis' reader as the connection uses it, and our copies of what it read.

#include "core/redis/protocol.h"
#include "tests/fuzz/promise.h"

#include <hiredis/hiredis.h>

#include <memory>
#include <vector>

using namespace seonchak;
using namespace seonchak::fuzz;

namespace {

void check(const RedisReply &reply, int depth)
{
    promise(depth < 16, "answers are not nested without end");
    promise(reply.kind == RedisReply::Kind::Array || reply.items.empty(), "only arrays hold items");
    for (const auto &item : reply.items)
        check(item, depth + 1);
}

/// All whole answers in the pieces, in words.
std::vector<QByteArray> answersIn(const QByteArray &bytes, std::uint8_t length)
{
    std::vector<QByteArray> answers;
    const std::unique_ptr<redisReader, decltype(&redisReaderFree)> reader(redisReaderCreate(),
                                                                          &redisReaderFree);
    inPieces(bytes, length, [&](QByteArrayView piece) {
        if (redisReaderFeed(reader.get(), piece.data(), std::size_t(piece.size())) != REDIS_OK)
            return false;
        void *read = nullptr;
        while (redisReaderGetReply(reader.get(), &read) == REDIS_OK && read) {
            const std::unique_ptr<redisReply, decltype(&freeReplyObject)> reply(
                static_cast<redisReply *>(read), &freeReplyObject);
            const auto result = protocol::resultFrom(*reply);
            if (result)
                check(*result, 0);
            else
                (void)protocol::movedTo(result.error());
            answers.push_back(result ? result->text : result.error().detail.toUtf8());
        }
        return reader->err == 0;
    });
    return answers;
}

/// Arrays that promise more elements than 64 KiB could hold cost memory before they cost bytes: hiredis 0.14
/// allocates for them at once. A Redis that does so is not one we can be safe from here.
bool promisesTooMuch(const QByteArray &bytes)
{
    for (qsizetype at = bytes.indexOf('*'); at >= 0; at = bytes.indexOf('*', at + 1)) {
        qsizetype end = at + 1;
        while (end < bytes.size() && bytes[end] >= '0' && bytes[end] <= '9')
            ++end;
        if (end - at > 5)
            return true;
    }
    return false;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0 || promisesTooMuch(bytesOf(data + 1, size - 1)))
        return 0;
    const QByteArray bytes = bytesOf(data + 1, size - 1);
    promise(answersIn(bytes, data[0]) == answersIn(bytes, 0), "the cuts do not matter");
    return 0;
}
