// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/export_work.h"

#include "core/coupon/csv_writer.h"
#include "core/coupon/utc_text.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/words.h"
#include "ui/port/under_way.h"

#include <QFileInfo>

namespace seonchak {

namespace {

QByteArray linesOf(const QList<Coupon> &coupons)
{
    QByteArray lines;
    for (const auto &coupon : coupons)
        lines +=
            csvLine({QByteArray::number(coupon.id), coupon.code, statusName(coupon.status),
                     coupon.userId ? QByteArray::number(*coupon.userId) : QByteArray(),
                     utcText(coupon.createdAt), coupon.issuedAt ? utcText(*coupon.issuedAt) : QByteArray()});
    return lines;
}

QString wordsOf(const book::Filter &filter)
{
    QStringList words;
    if (!filter.codePrefix.isEmpty())
        words << QStringLiteral("code begins \"%1\"").arg(QString::fromUtf8(filter.codePrefix));
    if (!filter.codePart.isEmpty())
        words << QStringLiteral("code contains \"%1\"").arg(QString::fromUtf8(filter.codePart));
    if (filter.user)
        words << QStringLiteral("user %1").arg(*filter.user);
    if (filter.status)
        words << QStringLiteral("status %1").arg(QString::fromLatin1(statusName(*filter.status)));
    return words.isEmpty() ? QStringLiteral("all coupons") : words.join(QStringLiteral(", "));
}

} // namespace

ExportWork::ExportWork(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void ExportWork::write(const QString &path, const book::Filter &filter, qint64 expected)
{
    if (std::exchange(m_atWork, true))
        return;
    m_stop = {};
    if (m_context.underWay)
        m_context.underWay->begin(this,
                                  tr("Coupons are being written to %1.").arg(QFileInfo(path).fileName()));
    Q_EMIT progressed(0, expected);
    run(this, m_context, path, filter, expected);
}

void ExportWork::stop()
{
    m_stop.request_stop();
}

QCoro::Task<> ExportWork::run(QPointer<ExportWork> self, PageContext context, QString path,
                              book::Filter filter, qint64 expected)
{
    auto file = std::make_shared<WholeFile>(path);
    auto copying = copy(self, context, file, filter, expected, self->m_stop.get_token());
    auto written = co_await copying;
    const QString detail =
        QStringLiteral("coupons to %1: %2").arg(QFileInfo(path).fileName(), wordsOf(filter));
    const QString result = written ? QStringLiteral("done: %1 rows").arg(*written)
                                   : QStringLiteral("failed: %1").arg(written.error().detail);
    if (!written) { // before the result is reported
        auto discarding = file_steps::discard(context.files, file);
        co_await discarding;
    }
    auto recording = context.port.record(QStringLiteral("export"), detail, result);
    const auto recorded = co_await recording;
    if (!recorded)
        qWarning("the export was not recorded: %s", qUtf8Printable(recorded.error().detail));
    if (self)
        self->end(path, written);
}

QCoro::Task<Result<qint64>> ExportWork::copy(QPointer<ExportWork> self, PageContext context, File file,
                                             book::Filter filter, qint64 expected, std::stop_token stop)
{
    auto beginning = file_steps::add(context.files, file, []() -> QByteArray {
        return csvMark + csvLine({"id", "code", "status", "userId", "createdAt", "issuedAt"});
    });
    if (const auto begun = co_await beginning; !begun)
        co_return std::unexpected(begun.error());
    filter.limit = sliceSize;
    filter.offset = filter.after = 0;
    filter.order = book::Order::Id; // The pages follow each other by ids, however the list is sorted.
    filter.descending = false;
    qint64 done = 0;
    for (bool more = true; more;) {
        if (stop.stop_requested())
            co_return failure(Trouble::BadInput, QStringLiteral("stopped"));
        auto asking = context.port.coupons(filter);
        const auto page = co_await asking;
        if (!page)
            co_return file_steps::ofTheContent(page.error());
        auto adding = file_steps::add(context.files, file, [items = page->items] { return linesOf(items); });
        if (const auto added = co_await adding; !added)
            co_return std::unexpected(added.error());
        done += page->items.size();
        more = page->next.has_value();
        filter.after = page->next.value_or(0);
        if (self)
            Q_EMIT self->progressed(done, std::max(done, expected));
    }
    if (stop.stop_requested())
        co_return failure(Trouble::BadInput, QStringLiteral("stopped"));
    auto committing = file_steps::commit(context.files, file);
    if (const auto committed = co_await committing; !committed)
        co_return std::unexpected(committed.error());
    co_return done;
}

void ExportWork::end(const QString &path, const Result<qint64> &written)
{
    m_atWork = false;
    if (m_context.underWay)
        m_context.underWay->end(this);
    m_written = written ? path : QString();
    const QString name = QFileInfo(path).fileName();
    if (written)
        Q_EMIT ended(*written == 1
                         ? tr("1 coupon was written to %1 (times in UTC, statuses as in REST).").arg(name)
                         : tr("%1 coupons were written to %2 (times in UTC, statuses as in REST).")
                               .arg(Words::number(*written), name),
                     false);
    else if (m_stop.stop_requested())
        Q_EMIT ended(tr("The export was stopped. No file was left behind."), false);
    else if (written.error().trouble == Trouble::BadInput)
        Q_EMIT ended(tr("%1 could not be written, and no half of it was left: %2. Is the disk full, or the "
                        "folder closed to you?")
                         .arg(name, written.error().detail),
                     true);
    else
        Q_EMIT ended(tr("The export did not finish, and no half of it was left. %1")
                         .arg(Words::advice(written.error())),
                     true);
}

} // namespace seonchak
