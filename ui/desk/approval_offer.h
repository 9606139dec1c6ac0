// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/work.h"
#include "core/database/book/book_approvals.h"
#include "ui/parts/asker.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <qcoro/qcorotask.h>

#include <stop_token>

namespace seonchak {

class ActionButton;
class ToneLabel;
struct Reading;

/// The strip that shows requests for a second person. The second person approves or declines a request; the
/// requester carries out an approved one. Requests of one person for several doubts are one offer. Shows one
/// offer at a time.
/// Parts: `approvalWhat`, `approvalSentence`, `approvalApprove`, `approvalCarryOut`, `approvalDecline`,
/// `approvalClose`.
class ApprovalOffer : public QWidget
{
    Q_OBJECT
public:
    static constexpr int periodMs = 1500;

    /// The context must have `underWay`.
    explicit ApprovalOffer(const PageContext &context, QWidget *parent = nullptr);
    void show(const Reading &reading);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Stage { None, Offered, AtWork, Told };
    enum class Choice { Approve, Decline, CarryOut };
    /// The result for all requests of one offer.
    struct Sum
    {
        qint64 done = 0;                 ///< approved or declined, coupons voided, or doubts settled
        qint64 left = 0;                 ///< as it was before
        std::optional<Error> error = {}; ///< the last one
    };
    static QCoro::Task<> look(QPointer<ApprovalOffer> self, DeskPort &port);
    static QCoro::Task<> run(QPointer<ApprovalOffer> self, DeskPort &port, Choice choice,
                             QList<Approval> what, Work work);
    static QCoro::Task<Result<qint64>> runOne(DeskPort &port, Choice choice, Approval what, Work work);
    void layOut();
    void take(const Result<QList<Approval>> &open);
    void offer(const QList<Approval> &what);
    void choose(Choice choice);
    void begin(Choice choice);
    void end(Choice choice, const QList<Approval> &what, const Sum &sum);
    void close();
    void setStage(Stage stage);
    void bar();
    [[nodiscard]] Question question() const;

    DeskPort &m_port;
    Asker &m_asker;
    UnderWay &m_underWay;
    ToneLabel *m_what;
    ToneLabel *m_sentence;
    ActionButton *m_approve;
    ActionButton *m_carryOut;
    ActionButton *m_decline;
    ActionButton *m_close;
    QTimer m_timer;
    std::stop_source m_stop;
    QList<Approval> m_offered;
    qint64 m_closed = 0; ///< declined requests up to this id were shown already
    Stage m_stage = Stage::None;
    bool m_looking = false;
};

} // namespace seonchak
