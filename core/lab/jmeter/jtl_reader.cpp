// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jmeter/jtl_reader.h"

#include "core/lab/jmeter/jtl_csv.h"
#include "core/lab/jmeter/jtl_xml.h"

#include <QFile>
#include <QHash>

#include <deque>

namespace seonchak::lab {

namespace {

constexpr qint64 pieceSize = 64 * 1024;

/// The first byte that is neither blank nor part of a BOM distinguishes XML.
bool looksLikeXml(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        head = head.sliced(3);
    return head.trimmed().startsWith('<');
}

template <typename Format>
Result<void> readAll(QFile &file, QByteArray piece, Format &format)
{
    for (; !piece.isEmpty(); piece = file.read(pieceSize)) {
        if (const auto fed = format.feed(piece); !fed)
            return fed;
    }
    if (file.error() != QFile::NoError)
        return failure(Trouble::Unavailable, file.errorString());
    return format.finish();
}

Result<Jtl> readFile(QFile &file, UserId firstUser)
{
    const QByteArray head = file.read(pieceSize);
    if (head.trimmed().isEmpty())
        return failure(Trouble::BadInput, QStringLiteral("it is empty: JMeter took no sample"));
    JtlCollector collector(firstUser);
    const bool isXml = looksLikeXml(head);
    Result<void> read;
    if (isXml) {
        JtlXml xml(collector);
        read = readAll(file, head, xml);
    } else {
        JtlCsv csv(head, collector);
        read = readAll(file, head, csv);
    }
    if (!read)
        return std::unexpected(read.error());
    auto jtl = collector.finish();
    if (jtl)
        jtl->isXml = isXml;
    return jtl;
}

} // namespace

Result<Jtl> readJtl(const QString &path, UserId firstUser)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Trouble::BadInput, QStringLiteral("%1: %2").arg(path, file.errorString()));
    auto jtl = readFile(file, firstUser);
    if (!jtl)
        return failure(jtl.error().trouble, QStringLiteral("%1: %2").arg(path, jtl.error().detail));
    return jtl;
}

Result<void> placeByUser(const Jtl &jtl, std::vector<Request> &plan)
{
    QHash<UserId, std::deque<std::size_t>> places;
    for (std::size_t n = 0; n < plan.size(); ++n)
        places[plan[n].user].push_back(n);
    for (const Request &sample : jtl.requests) {
        auto &free = places[sample.user];
        if (free.empty())
            return failure(
                Trouble::BadInput,
                QStringLiteral("JMeter asked more often for user %1 than planned").arg(sample.user));
        plan[free.front()] = sample;
        free.pop_front();
    }
    return {};
}

} // namespace seonchak::lab
