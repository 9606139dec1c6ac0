// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "core/database/book/book_audit.h"
#include "ui/port/file_steps.h"
#include "ui/port/page_context.h"

#include <QObject>
#include <QPointer>

#include <qcoro/qcorotask.h>

#include <memory>
#include <stop_token>

namespace seonchak {

/// Writes every entry that matches a filter into a CSV file: UTF-8 with a BOM for spreadsheets, without cells
/// that a spreadsheet would evaluate. The file appears complete or not at all. One export at a time.
class AuditExport : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 1000;

    explicit AuditExport(const PageContext &context, QObject *parent = nullptr);
    [[nodiscard]] bool isAtWork() const { return m_atWork; }
    /// The file of the last export; empty if it was not written.
    [[nodiscard]] QString written() const { return m_written; }
    void begin(const AuditFilter &filter, const QString &path);
    /// What was written so far is discarded, unless it is complete already.
    void cancel() { m_stop.request_stop(); }

Q_SIGNALS:
    void started();
    void progressed(qint64 entries);
    void ended(bool fine, const QString &sentence, const QString &detail);

private:
    using File = file_steps::File;
    static QCoro::Task<> run(QPointer<AuditExport> self, PageContext context, AuditFilter filter,
                             QString path, std::stop_token stop);
    static QCoro::Task<Result<qint64>> writeAll(QPointer<AuditExport> self, PageContext context,
                                                AuditFilter filter, File file, std::stop_token stop);
    void end(const QString &path, const Result<qint64> &written);

    const PageContext m_context;
    std::stop_source m_stop;
    QString m_written;
    bool m_atWork = false;
};

} // namespace seonchak
