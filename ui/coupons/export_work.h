// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"
#include "ui/port/file_steps.h"
#include "ui/port/page_context.h"

#include <QObject>
#include <QPointer>

#include <stop_token>

namespace seonchak {

/// Writes the coupons of a filter into a CSV file, in pieces, without blocking the window: the file appears
/// complete or not at all. The audit trail records the export.
class ExportWork : public QObject
{
    Q_OBJECT
public:
    static constexpr int sliceSize = 5000;

    explicit ExportWork(const PageContext &context, QObject *parent = nullptr);

    /// `expected` is the number known to the window. Ignored while working.
    void write(const QString &path, const book::Filter &filter, qint64 expected);
    /// Leaves no file, unless it is complete already.
    void stop();
    [[nodiscard]] bool isAtWork() const { return m_atWork; }
    /// The file of the last export; empty if it was not written.
    [[nodiscard]] QString written() const { return m_written; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 expected);
    void ended(const QString &sentence, bool failed);

private:
    using File = file_steps::File;
    static QCoro::Task<> run(QPointer<ExportWork> self, PageContext context, QString path,
                             book::Filter filter, qint64 expected);
    static QCoro::Task<Result<qint64>> copy(QPointer<ExportWork> self, PageContext context, File file,
                                            book::Filter filter, qint64 expected, std::stop_token stop);
    void end(const QString &path, const Result<qint64> &written);

    const PageContext m_context;
    std::stop_source m_stop;
    QString m_written;
    bool m_atWork = false;
};

} // namespace seonchak
