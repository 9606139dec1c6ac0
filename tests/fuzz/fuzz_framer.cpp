// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The framer says the same of a request however it was cut into pieces, and never more than it may hold.

#include "server/transport/request_framer.h"
#include "tests/fuzz/promise.h"

using namespace seonchak::http;
using namespace seonchak::fuzz;

namespace {

constexpr SizeLimits limits{
    .target = 64, .head = 256, .fields = 8, .body = 32}; // within reach of small inputs

struct Told
{
    RequestFramer::Verdict verdict = RequestFramer::Verdict::NeedMore;
    int refusal = -1;
    qsizetype used = 0;
    QByteArray method, path, query, body;
    Headers headers;
    bool keepAlive = false;
    bool operator==(const Told &) const = default;
};

Told toldOf(const RequestFramer &framer, qsizetype used)
{
    const auto &request = framer.request();
    const bool refused = framer.verdict() == RequestFramer::Verdict::Refused;
    return {framer.verdict(),
            refused ? int(framer.refusal()) : -1,
            used,
            request.method,
            request.path,
            request.query,
            request.body,
            request.headers,
            framer.keepAlive()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes = bytesOf(data + 1, size - 1);
    RequestFramer whole(limits);
    const Told first = toldOf(whole, whole.feed(bytes));
    promise(first.used <= bytes.size(), "no more is taken than was fed");
    promise(first.body.size() <= limits.body, "the body is bounded");
    promise(first.headers.size() <= limits.fields, "the fields are bounded");
    promise(first.verdict != RequestFramer::Verdict::NeedMore || first.used == bytes.size(),
            "a framer that waits for more has read all");
    for (const std::uint8_t length : {data[0], std::uint8_t(0)}) {
        RequestFramer framer(limits);
        qsizetype used = 0;
        inPieces(bytes, length, [&](QByteArrayView piece) {
            used += framer.feed(piece);
            return framer.verdict() == RequestFramer::Verdict::NeedMore;
        });
        promise(toldOf(framer, used) == first, "the cuts do not matter");
    }
    return 0;
}
