// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book_doubts.h"
#include "core/issue/administration.h"
#include "ui/parts/asker.h"

#include <QObject>
#include <QPointer>

#include <qcoro/qcorotask.h>

namespace seonchak {

class DeskPort;

/// What a person does about doubts: the question before, the act, its end in one sentence. One act at a time.
class DoubtWork : public QObject
{
    Q_OBJECT
public:
    enum class Act { AskAgain, DeclareIssued, Restore };

    /// Both outlive it.
    DoubtWork(DeskPort &port, Asker &asker, QObject *parent = nullptr);

    [[nodiscard]] bool isAtWork() const { return m_atWork; }
    /// Asks the person first, once for all of them. Does nothing while at work.
    void begin(Act act, const QList<OpenDoubt> &doubts, QWidget *over);

Q_SIGNALS:
    void started(const QString &sentence);
    /// `detail` is what the store or the log says, in English; may be empty.
    void ended(bool fine, const QString &sentence, const QString &detail);

private:
    /// What became of several.
    struct Sum
    {
        int issued = 0;
        int restored = 0;
        int other = 0;
        QString detail;
    };
    static QCoro::Task<> runOne(QPointer<DoubtWork> self, Act act, OpenDoubt doubt);
    static QCoro::Task<> runAll(QPointer<DoubtWork> self, Act act, QList<OpenDoubt> doubts);
    QCoro::Task<Result<DoubtEnd>> settle(Act act, qint64 reservation);
    [[nodiscard]] Question questionFor(Act act, const QList<OpenDoubt> &doubts) const;
    [[nodiscard]] Question questionForMany(Act act, const QList<OpenDoubt> &doubts) const;
    void run(Act act, const QList<OpenDoubt> &doubts);
    void endOne(const OpenDoubt &doubt, const Result<DoubtEnd> &end);
    void endAll(const Sum &sum);
    void end(bool fine, const QString &sentence, const QString &detail = {});

    DeskPort &m_port;
    Asker &m_asker;
    bool m_atWork = false;
};

} // namespace seonchak
