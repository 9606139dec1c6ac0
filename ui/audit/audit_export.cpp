// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_export.h"

#include "core/coupon/csv_writer.h"
#include "core/coupon/utc_text.h"
#include "ui/audit/audit_words.h"
#include "ui/parts/words.h"
#include "ui/port/desk_port.h"
#include "ui/port/page_context.h"
#include "ui/port/under_way.h"

#include <QDir>
#include <QFileInfo>

namespace seonchak {

namespace {

QByteArray linesOf(const QList<AuditEntry> &entries)
{
    QByteArray lines;
    for (const auto &entry : entries)
        lines += csvLine({QByteArray::number(entry.id), utcText(entry.at), entry.actor.toUtf8(),
                          entry.action.toUtf8(), entry.detail.toUtf8(), entry.result.toUtf8()});
    return lines;
}

QByteArray heading()
{
    return csvMark + csvLine({"id", "time (UTC)", "actor", "action", "detail", "result"});
}

} // namespace

AuditExport::AuditExport(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void AuditExport::begin(const AuditFilter &filter, const QString &path)
{
    if (std::exchange(m_atWork, true))
        return;
    m_stop = {};
    if (m_context.underWay)
        m_context.underWay->begin(
            this, tr("The audit trail is being written to %1.").arg(QFileInfo(path).fileName()));
    Q_EMIT started();
    run(this, m_context, filter, path, m_stop.get_token());
}

/// Records the export in the trail, even if the page was destroyed meanwhile.
QCoro::Task<> AuditExport::run(QPointer<AuditExport> self, PageContext context, AuditFilter filter,
                               QString path, std::stop_token stop)
{
    const File file = std::make_shared<WholeFile>(path);
    auto task = writeAll(self, context, filter, file, stop);
    const Result<qint64> written = co_await task;
    if (!written) { // before the result is reported
        auto discarding = file_steps::discard(context.files, file);
        co_await discarding;
    }
    const QString what = QStringLiteral("audit trail to %1").arg(QFileInfo(path).fileName());
    auto recording = context.port.record(QStringLiteral("export"), what,
                                         written ? QStringLiteral("done: %1 entries").arg(*written)
                                                 : QStringLiteral("failed: ") + written.error().detail);
    const auto recorded = co_await recording;
    if (!recorded)
        qWarning("the export was not recorded: %s", qUtf8Printable(recorded.error().detail));
    if (self)
        self->end(path, written);
}

QCoro::Task<Result<qint64>> AuditExport::writeAll(QPointer<AuditExport> self, PageContext context,
                                                  AuditFilter filter, File file, std::stop_token stop)
{
    filter.limit = pageSize;
    filter.before = 0;
    qint64 entries = 0;
    for (bool more = true; more;) {
        auto reading = context.port.audit(filter);
        const auto page = co_await reading;
        if (!self)
            co_return failure(Trouble::NotFound, QStringLiteral("the window has gone"));
        if (stop.stop_requested())
            co_return failure(Trouble::NotFound, QStringLiteral("cancelled"));
        if (!page)
            co_return file_steps::ofTheContent(page.error());
        auto adding = file_steps::add(context.files, file, [items = page->items, isFirst = entries == 0] {
            return (isFirst ? heading() : QByteArray()).append(linesOf(items));
        });
        if (const auto added = co_await adding; !added)
            co_return std::unexpected(added.error());
        entries += page->items.size();
        more = page->next.has_value();
        filter.before = page->next.value_or(0);
        if (self)
            Q_EMIT self->progressed(entries);
    }
    if (stop.stop_requested())
        co_return failure(Trouble::NotFound, QStringLiteral("cancelled"));
    auto committing = file_steps::commit(context.files, file);
    if (const auto committed = co_await committing; !committed)
        co_return std::unexpected(committed.error());
    co_return entries;
}

void AuditExport::end(const QString &path, const Result<qint64> &written)
{
    m_atWork = false;
    if (m_context.underWay)
        m_context.underWay->end(this);
    m_written = written ? path : QString();
    const QString name = QDir::toNativeSeparators(path);
    if (written) {
        Q_EMIT ended(
            true, tr("%1 entries were written to %2 (times in UTC).").arg(Words::number(*written), name), {});
        return;
    }
    const Error &error = written.error();
    const bool cancelled = error.trouble == Trouble::NotFound;
    QString sentence = tr("The export was cancelled. No file was written.");
    if (!cancelled && error.trouble == Trouble::BadInput)
        sentence =
            tr("%1 could not be written (%2). Free some space or choose another place; no half file was "
               "left behind.")
                .arg(name, error.detail);
    else if (!cancelled)
        sentence = tr("The export did not finish, and no file was written. %1").arg(Words::advice(error));
    Q_EMIT ended(cancelled, sentence, cancelled ? QString() : error.detail);
}

} // namespace seonchak
