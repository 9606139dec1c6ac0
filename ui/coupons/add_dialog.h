// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include "core/coupon/csv_codes.h"

#include <QDialog>
#include <QPointer>
#include <QSet>

class QCheckBox;
class QPlainTextEdit;

namespace seonchak {

class ActionButton;
class RefusedTable;
class ToneLabel;

/// One code, or many pasted ones: one a line. Says at once which cannot be taken and why; the others are
/// added together or not at all. Those that turn out to exist are named, and left out the next time.
class AddDialog : public QDialog
{
    Q_OBJECT
public:
    static constexpr qsizetype longestText = 1'000'000; ///< letters; for more there is the CSV import

    /// The port outlives it.
    explicit AddDialog(DeskPort &port, QWidget *parent = nullptr);
    /// Not while the codes are being added.
    void reject() override;

Q_SIGNALS:
    void added(qint64 count, qint64 pushed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QCoro::Task<> run(QPointer<AddDialog> self, DeskPort &port, QList<QByteArray> codes, bool push);
    void layOut();
    QWidget *buttons();
    void check();
    void add();
    void end(const Result<Added> &result);
    void setBusy(bool busy);
    void say(const QString &sentence, bool failed);

    DeskPort &m_port;
    QPlainTextEdit *m_text;
    QCheckBox *m_push;
    ToneLabel *m_line;
    RefusedTable *m_refused;
    ActionButton *m_add = nullptr;
    ActionButton *m_cancel = nullptr;
    QList<QByteArray> m_good;
    QSet<QByteArray> m_taken; ///< the book has them: we were told
    bool m_busy = false;
};

} // namespace seonchak
