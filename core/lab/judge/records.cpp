// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/judge/records.h"

#include "core/record/whole_file.h"

#include <QCryptographicHash>
#include <QFile>

#include <array>
#include <charconv>
#include <functional>

namespace seonchak::lab {

namespace {

constexpr QByteArrayView planHead = "n,user,scheduled_ns\n";
constexpr QByteArrayView answersHead = "n,scheduled_ns,sent_ns,answered_ns,status,fate,code\n";
constexpr QByteArrayView bookHead = "code,status,user\n";
constexpr QByteArrayView redisHead = "kind,user,code\n";
constexpr QByteArrayView openingHead = "opens_at_us,asked_ns,told_ns,redis_us\n";
constexpr qint64 usOfMs = 1000;

QByteArray hashOfBytes(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

Result<QString> write(const QDir &dir, const QString &kind, const QByteArray &bytes)
{
    const QString name =
        kind + u'.' + QString::fromLatin1(hashOfBytes(bytes).first(hashDigits)) + QStringLiteral(".csv");
    const auto written = writeWhole(dir.filePath(name), bytes);
    return written ? Result<QString>(name) : std::unexpected(written.error());
}

std::unexpected<Error> notWhatWasWritten(const QString &name, const QString &why)
{
    return failure(Trouble::BadInput, QStringLiteral("%1: %2").arg(name, why));
}

/// A line's fields as views: a million lines are read without copies.
class Fields
{
public:
    /// Splits `line`; fields beyond those of any record are counted but not kept.
    explicit Fields(QByteArrayView line)
    {
        for (qsizetype from = 0; from <= line.size(); ++m_count) {
            auto end = line.indexOf(',', from);
            end = end < 0 ? line.size() : end;
            if (m_count < m_fields.size())
                m_fields[m_count] = line.sliced(from, end - from);
            from = end + 1;
        }
    }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] QByteArrayView operator[](std::size_t n) const { return m_fields[n]; }
    /// The whole field as a number; returns false if it is not a number.
    template <typename Number>
    [[nodiscard]] bool read(std::size_t n, Number &into) const
    {
        const char *end = m_fields[n].data() + m_fields[n].size();
        const auto [stopped, trouble] = std::from_chars(m_fields[n].data(), end, into);
        return trouble == std::errc() && stopped == end;
    }

private:
    std::array<QByteArrayView, 8> m_fields;
    std::size_t m_count = 0;
};

/// Reads a file with its hash in its name, and passes its lines on, without the header.
Result<void> eachLine(const QDir &dir, const QString &name, QByteArrayView head,
                      const std::function<bool(const Fields &)> &take)
{
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return notWhatWasWritten(name, file.errorString());
    const QByteArray bytes = file.readAll();
    if (QString::fromLatin1(hashOfBytes(bytes).first(hashDigits)) != name.section(u'.', 1, 1))
        return notWhatWasWritten(name, QStringLiteral("its content is not the one it was named by"));
    if (!bytes.startsWith(head))
        return notWhatWasWritten(
            name, QStringLiteral("its first line is not \"%1\"").arg(QString::fromLatin1(head.chopped(1))));
    for (qsizetype at = head.size(); at < bytes.size();) {
        const auto end = bytes.indexOf('\n', at);
        if (end < 0 || !take(Fields(QByteArrayView(bytes).sliced(at, end - at))))
            return notWhatWasWritten(name, QStringLiteral("a line cannot be read at byte %1").arg(at));
        at = end + 1;
    }
    return {};
}

} // namespace

Result<QString> writePlan(const QDir &dir, const std::vector<Request> &requests)
{
    QByteArray text = planHead.toByteArray();
    text.reserve(qsizetype(requests.size()) * 32);
    for (std::size_t n = 0; n < requests.size(); ++n) {
        text += QByteArray::number(qulonglong(n)) + ',' + QByteArray::number(requests[n].user) + ',' +
                QByteArray::number(requests[n].scheduled) + '\n';
    }
    return write(dir, QStringLiteral("plan"), text);
}

Result<QString> writeAnswers(const QDir &dir, const std::vector<Request> &requests)
{
    QByteArray text = answersHead.toByteArray();
    text.reserve(qsizetype(requests.size()) * 80);
    for (std::size_t n = 0; n < requests.size(); ++n) {
        const Request &request = requests[n];
        text += QByteArray::number(qulonglong(n)) + ',' + QByteArray::number(request.scheduled) + ',' +
                QByteArray::number(request.sent) + ',' + QByteArray::number(request.answered) + ',' +
                QByteArray::number(request.status) + ',' + fateName(request.fate) + ',' + request.code + '\n';
    }
    return write(dir, QStringLiteral("answers"), text);
}

Result<QString> writeBook(const QDir &dir, const Truth &truth)
{
    QByteArray text = bookHead.toByteArray();
    for (const auto &row : truth.book)
        text += row.code + ',' + statusName(row.status) + ',' + QByteArray::number(row.user) + '\n';
    return write(dir, QStringLiteral("book"), text);
}

Result<QString> writeRedis(const QDir &dir, const Truth &truth)
{
    QByteArray text = redisHead.toByteArray();
    for (const auto &code : truth.stock)
        text += "STOCK,0," + code + '\n';
    for (const auto &code : truth.pending)
        text += "PENDING,0," + code + '\n';
    for (const auto &key : truth.userKeys)
        text += "KEY," + QByteArray::number(key.user) + ',' + key.code + '\n';
    return write(dir, QStringLiteral("redis"), text);
}

Result<QString> writeOpening(const QDir &dir, const Opening &opening)
{
    QByteArray text = openingHead.toByteArray();
    for (const ClockLook &look : opening.looks) {
        text += QByteArray::number(opening.opensAt * usOfMs) + ',' + QByteArray::number(look.askedNs) + ',' +
                QByteArray::number(look.toldNs) + ',' + QByteArray::number(look.redisUs) + '\n';
    }
    return write(dir, QStringLiteral("opening"), text);
}

Result<std::vector<Request>> readRequests(const QDir &dir, const RecordFiles &files)
{
    std::vector<Request> requests;
    const auto planned = eachLine(dir, files.plan, planHead, [&](const Fields &fields) {
        Request request;
        std::size_t n = 0;
        if (fields.count() != 3 || !fields.read(0, n) || n != requests.size() ||
            !fields.read(1, request.user) || !fields.read(2, request.scheduled))
            return false;
        requests.push_back(std::move(request));
        return true;
    });
    if (!planned)
        return std::unexpected(planned.error());
    std::size_t next = 0;
    const auto answered = eachLine(dir, files.answers, answersHead, [&](const Fields &fields) {
        const auto fate = fields.count() == 7 ? fateFromName(fields[5]) : std::nullopt;
        std::size_t n = 0;
        if (!fate || next >= requests.size() || !fields.read(0, n) || n != next)
            return false;
        Request &request = requests[next++];
        request.fate = *fate;
        request.code = fields[6].toByteArray();
        return fields.read(1, request.scheduled) && fields.read(2, request.sent) &&
               fields.read(3, request.answered) && fields.read(4, request.status);
    });
    if (!answered)
        return std::unexpected(answered.error());
    if (next != requests.size())
        return notWhatWasWritten(files.answers, QStringLiteral("%1 of %2 planned requests are missing")
                                                    .arg(requests.size() - next)
                                                    .arg(requests.size()));
    return requests;
}

Result<Truth> readTruth(const QDir &dir, const RecordFiles &files, bool stockInRedis)
{
    Truth truth;
    truth.stockInRedis = stockInRedis;
    const auto book = eachLine(dir, files.book, bookHead, [&](const Fields &fields) {
        const auto status = fields.count() == 3 ? statusFromName(fields[1]) : std::nullopt;
        UserId user = 0;
        if (!status || !fields.read(2, user))
            return false;
        truth.book.push_back({fields[0].toByteArray(), *status, user});
        return true;
    });
    if (!book)
        return std::unexpected(book.error());
    const auto redis = eachLine(dir, files.redis, redisHead, [&](const Fields &fields) {
        UserId user = 0;
        if (fields.count() != 3 || !fields.read(1, user))
            return false;
        QByteArray code = fields[2].toByteArray();
        if (fields[0] == "STOCK")
            truth.stock.push_back(std::move(code));
        else if (fields[0] == "PENDING")
            truth.pending.push_back(std::move(code));
        else if (fields[0] == "KEY")
            truth.userKeys.push_back({user, std::move(code)});
        else
            return false;
        return true;
    });
    if (!redis)
        return std::unexpected(redis.error());
    return truth;
}

Result<Opening> readOpening(const QDir &dir, const RecordFiles &files)
{
    Opening opening;
    if (files.opening.isEmpty())
        return opening;
    const auto read = eachLine(dir, files.opening, openingHead, [&](const Fields &fields) {
        qint64 opensAtUs = 0;
        ClockLook look;
        if (fields.count() != 4 || !fields.read(0, opensAtUs) || !fields.read(1, look.askedNs) ||
            !fields.read(2, look.toldNs) || !fields.read(3, look.redisUs))
            return false;
        opening.opensAt = opensAtUs / usOfMs;
        opening.looks.push_back(look);
        return look.wayNs() >= 0;
    });
    return read ? Result<Opening>(std::move(opening)) : std::unexpected(read.error());
}

} // namespace seonchak::lab
