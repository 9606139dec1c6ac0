// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_acts.h"

#include "ui/coupons/edit_conflict.h"
#include "ui/coupons/list_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/words.h"

namespace seonchak {

CouponActs::CouponActs(DeskPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

QString CouponActs::whyNotEdited(const Coupon &coupon)
{
    switch (coupon.status) {
    case CouponStatus::Staged:
    case CouponStatus::Available:
        return {};
    case CouponStatus::Reserved:
        return tr("It is reserved for somebody at this moment. Look again in a second.");
    case CouponStatus::InDoubt:
        return tr("It is in doubt whether somebody has it. Settle that first.");
    case CouponStatus::Issued:
        return tr("It has been issued: its user has this code in hand.");
    case CouponStatus::Void:
        break;
    }
    return tr("It is void already.");
}

void CouponActs::rename(const Coupon &coupon, const QByteArray &code)
{
    if (const auto fault = ListWords::faultOf(code); !fault.isEmpty()) {
        Q_EMIT renameEnded(coupon.id);
        Q_EMIT said(tr("The code was not changed. %1").arg(fault), true);
        return;
    }
    runRename(this, m_port, coupon, code);
}

QCoro::Task<> CouponActs::runRename(QPointer<CouponActs> self, DeskPort &port, Coupon coupon, QByteArray code)
{
    auto task = port.rename(coupon.id, code);
    const auto renamed = co_await task;
    if (!self)
        co_return;
    if (renamed)
        Q_EMIT self->changed(*renamed);
    Q_EMIT self->renameEnded(coupon.id);
    if (!renamed) {
        auto asking = EditConflict::findBlockingEdit(port, coupon.id, code, renamed.error());
        const auto first = co_await asking;
        if (self)
            Q_EMIT self->said(tr("The code was not changed. %1").arg(whyRefused(renamed.error(), code)) +
                                  EditConflict::words(first),
                              true);
        co_return;
    }
    if (self->m_edits.size() >= mostEdits)
        self->m_edits.removeFirst();
    self->m_edits.append(Edit{coupon.id, coupon.code, renamed->code});
    Q_EMIT self->said(
        tr("%1 is called %2 now.").arg(ListWords::shown(coupon.code), ListWords::shown(renamed->code)),
        false);
    Q_EMIT self->undoOffered();
    auto asking = EditConflict::whoWasReplaced(port, coupon);
    const auto replaced = co_await asking;
    if (!self || !replaced)
        co_return;
    Q_EMIT self->said(tr("%1 is called %2 now. %3 had called it %4 at %5, after this list was read.")
                          .arg(ListWords::shown(coupon.code), ListWords::shown(renamed->code),
                               replaced->actor, EditConflict::codeGiven(*replaced),
                               moment::second(replaced->at)),
                      false);
    Q_EMIT self->undoOffered();
}

QString CouponActs::whyRefused(const Error &error, const QByteArray &code)
{
    if (error.trouble == Trouble::Conflict && error.names.contains(code))
        return tr("Another coupon has the code %1 already.").arg(ListWords::shown(code));
    if (error.trouble == Trouble::Conflict)
        return tr("Another coupon has this code, or this one is reserved, in doubt or issued by now. "
                  "Refresh and look.");
    if (error.trouble == Trouble::NotFound)
        return tr("There is no such coupon any more. Refresh and look.");
    return Words::advice(error);
}

QString CouponActs::undoWords() const
{
    return m_edits.isEmpty()
               ? QString()
               : tr("Gives %1 its former code %2 again")
                     .arg(ListWords::shown(m_edits.last().after), ListWords::shown(m_edits.last().before));
}

void CouponActs::undo()
{
    if (m_undoing)
        return;
    if (m_edits.isEmpty()) {
        Q_EMIT said(tr("There is no edit to undo."), false);
        return;
    }
    m_undoing = true;
    runUndo(this, m_port, m_edits.last());
}

/// Checks first: the coupon may have been issued meanwhile, or another person may have changed its code.
QCoro::Task<> CouponActs::runUndo(QPointer<CouponActs> self, DeskPort &port, Edit edit)
{
    book::Filter filter;
    filter.code = edit.after;
    filter.limit = 1;
    auto looking = port.coupons(filter);
    const auto found = co_await looking;
    if (!self)
        co_return;
    if (!found)
        co_return self->failUndo(edit, Words::advice(found.error()));
    const bool same = !found->items.isEmpty() && found->items.first().id == edit.id;
    const QString why = same ? whyNotEdited(found->items.first()) : tr("It has another code by now.");
    if (!why.isEmpty()) {
        self->m_edits.removeOne(edit); // It will not become possible again.
        co_return self->failUndo(edit, why);
    }
    auto task = port.rename(edit.id, edit.before);
    const auto renamed = co_await task;
    if (!self)
        co_return;
    if (!renamed)
        co_return self->failUndo(edit, whyRefused(renamed.error(), edit.before));
    self->m_undoing = false;
    self->m_edits.removeOne(edit);
    Q_EMIT self->changed(*renamed);
    Q_EMIT self->said(
        tr("Undone: %1 is called %2 again.").arg(ListWords::shown(edit.after), ListWords::shown(edit.before)),
        false);
}

void CouponActs::failUndo(const Edit &edit, const QString &why)
{
    m_undoing = false;
    Q_EMIT said(tr("The edit of %1 was not undone. %2").arg(ListWords::shown(edit.after), why), true);
}

} // namespace seonchak
