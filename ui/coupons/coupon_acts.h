// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QObject>
#include <QPointer>

namespace seonchak {

/// Edits of codes and their undoing, and how each ended in one sentence. Acts end in any order.
class CouponActs : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype mostEdits = 50; ///< that can be undone

    explicit CouponActs(DeskPort &port, QObject *parent = nullptr);

    void rename(const Coupon &coupon, const QByteArray &code);
    /// Gives the coupon that was edited last its former code, where it still has the one it was given then.
    void undo();
    /// What undo() would do, in words; empty: nothing.
    [[nodiscard]] QString undoWords() const;
    /// Why this coupon's code cannot be changed at present; empty: it can.
    [[nodiscard]] static QString whyNotEdited(const Coupon &coupon);

Q_SIGNALS:
    void said(const QString &sentence, bool failed);
    void changed(const seonchak::Coupon &coupon);
    /// The rename of this coupon is over, one way or the other.
    void renameEnded(qint64 id);
    /// What was said just now is of an edit that can be undone.
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
