// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later

// JMeter's result files, CSV and XML: the same however they were cut; never more requests than lines or tags.

#include "core/lab/jmeter/jtl_csv.h"
#include "core/lab/jmeter/jtl_xml.h"
#include "tests/fuzz/promise.h"

using namespace seonchak::lab;
using namespace seonchak::fuzz;

namespace {

struct Told
{
    bool fine = false; ///< which of several faults is told depends on the cuts
    std::size_t requests = 0;
    qint64 others = 0;
    bool operator==(const Told &) const = default;
};

template <typename Format>
Told read(Format &format, JtlCollector &collector, const QByteArray &text, std::uint8_t length)
{
    seonchak::Result<void> state;
    inPieces(text, length, [&](QByteArrayView piece) {
        state = format.feed(piece);
        return state.has_value();
    });
    if (state)
        state = format.finish();
    if (!state)
        return {};
    const auto jtl = collector.finish();
    if (!jtl)
        return {};
    for (const Request &request : jtl->requests) {
        promise(request.user >= 0, "users are no negative numbers");
        promise(request.sent < 0 || request.answered < 0 || request.answered >= request.sent,
                "no answer comes before its request");
    }
    return {true, jtl->requests.size(), jtl->others};
}

Told readCsv(const QByteArray &text, std::uint8_t length)
{
    JtlCollector collector(1);
    JtlCsv csv(text, collector);
    return read(csv, collector, text, length);
}

Told readXml(const QByteArray &text, std::uint8_t length)
{
    JtlCollector collector(1);
    JtlXml xml(collector);
    return read(xml, collector, text, length);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text = bytesOf(data + 1, size - 1);
    if (text.trimmed().startsWith('<')) {
        (void)readXml(text, data[0]);
        return 0;
    }
    const Told first = readCsv(text, data[0]);
    promise(first == readCsv(text, 31), "the cuts do not matter");
    promise(qint64(first.requests) + first.others <= text.count('\n') + text.count('\r') + 1,
            "no more samples than lines");
    return 0;
}
