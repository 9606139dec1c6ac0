// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QObject>
#include <QPointer>

namespace seonchak {

/// Edits of codes and their undo, each with its result as one sentence. They may end in any order.
class CouponActs : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostEdits = 50; ///< kept for undo

    explicit CouponActs(DeskPort &port, QObject *parent = nullptr);

    void rename(const Coupon &coupon, const QByteArray &code);
    /// Restores the former code of the coupon that was edited last, if its code has not changed since.
    void undo();
    /// A description of undo()'s effect; empty: nothing to undo.
    [[nodiscard]] QString undoWords() const;
    /// Why this coupon's code cannot be changed now; empty if it can.
    [[nodiscard]] static QString whyNotEdited(const Coupon &coupon);

Q_SIGNALS:
    void said(const QString &sentence, bool failed);
    void changed(const seonchak::Coupon &coupon);
    /// The rename of this coupon has ended, successfully or not.
    void renameEnded(qint64 id);
    /// The last message was about an edit that can be undone.
    void undoOffered();

private:
    struct Edit
    {
        CouponId id = 0;
        QByteArray before;
        QByteArray after;
        bool operator==(const Edit &) const = default;
    };
    static QCoro::Task<> runRename(QPointer<CouponActs> self, DeskPort &port, Coupon coupon, QByteArray code);
    static QCoro::Task<> runUndo(QPointer<CouponActs> self, DeskPort &port, Edit edit);
    [[nodiscard]] static QString whyRefused(const Error &error, const QByteArray &code);
    void failUndo(const Edit &edit, const QString &why);

    DeskPort &m_port;
    QList<Edit> m_edits; ///< the last one is undone first
    bool m_undoing = false;
};

} // namespace seonchak
