// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"
#include "core/database/book/book_doubts.h"
#include "core/issue/administration/administration.h"
#include "ui/parts/asker.h"

#include <QObject>
#include <QPointer>

#include <qcoro/qcorotask.h>

#include <stop_token>

namespace seonchak {

class DeskPort;
class UnderWay;
struct PageContext;

/// A person's actions on doubts: the confirmation, the act, its result as one sentence. One act at a time.
class DoubtWork : public QObject
{
    Q_OBJECT
public:
    explicit DoubtWork(const PageContext &context, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_atWork; }
    /// Asks the person first, once for all of them. Ignored while working.
    void begin(DoubtOrder order, const QList<OpenDoubt> &doubts, QWidget *over);
    /// Of several doubts those not yet begun stay unchanged.
    void stop() { m_stop.request_stop(); }

Q_SIGNALS:
    void started(const QString &sentence);
    /// Of several: how many are done.
    void progressed(qint64 done, qint64 total);
    /// `detail` is the message of the partner or the log, in English; may be empty.
    void ended(bool fine, const QString &sentence, const QString &detail);

private:
    /// The result for several doubts.
    struct Sum
    {
        void count(const Result<DoubtEnd> &result);
        qint64 issued = 0;
        qint64 restored = 0;
        qint64 open = 0;      ///< the outcome is still unknown
        qint64 busy = 0;      ///< being asked about elsewhere
        qint64 meanwhile = 0; ///< no doubt any more when their turn came
        qint64 aside = 0;
        qint64 asked = 0;        ///< a second person has to approve it first
        qint64 left = 0;         ///< not begun when it was stopped
        QList<AuditEntry> first; ///< who settled what was settled meanwhile, as far as the trail was asked
        QString detail;
    };
    static QCoro::Task<> runOne(QPointer<DoubtWork> self, DoubtOrder order, OpenDoubt doubt);
    static QCoro::Task<> runAll(QPointer<DoubtWork> self, DeskPort &port, DoubtOrder order,
                                QList<OpenDoubt> doubts, std::stop_token stop);
    static QCoro::Task<std::optional<AuditEntry>> firstToSettle(DeskPort &port, OpenDoubt doubt);
    [[nodiscard]] Question questionFor(DoubtOrder order, const QList<OpenDoubt> &doubts) const;
    [[nodiscard]] Question questionForMany(DoubtOrder order, const QList<OpenDoubt> &doubts) const;
    void run(DoubtOrder order, const QList<OpenDoubt> &doubts);
    void endOne(const OpenDoubt &doubt, const Result<DoubtEnd> &end, const std::optional<AuditEntry> &first);
    static QString meanwhileBy(const QList<AuditEntry> &first);
    static QString endedBy(const QString &code, const std::optional<AuditEntry> &first);
    void endAll(const Sum &sum);
    void end(bool fine, const QString &sentence, const QString &detail = {});

    DeskPort &m_port;
    Asker &m_asker;
    UnderWay *m_underWay;
    std::stop_source m_stop;
    bool m_atWork = false;
};

} // namespace seonchak
