// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/parts/plain_dialog.h"
#include "ui/parts/theme.h"
#include "ui/port/page_context.h"

#include <QPointer>

#include <qcoro/qcorotask.h>

class QLineEdit;

namespace seonchak {

class ActionButton;
class BooksPort;
class DeskPort;
class LabelledField;
class ToneLabel;
struct Reading;

/// *Start a new sale*: shows the numbers of the ending sale, asks for the name under which its book is kept,
/// and in LIVE for the sale's name. The change is made once the server has ended. Parts: `newSaleNumbers`,
/// `newSaleName`, `newSaleLine`, `newSaleBooks`, `newSaleLeave`, `newSaleAction`.
class NewSaleDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// Both must outlive it.
    NewSaleDialog(BooksPort &books, const PageContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void agreed(const QString &name);
    /// The dossier comes first; this dialog closes.
    void closeBooksAsked();

private:
    static QCoro::Task<> countHooks(QPointer<NewSaleDialog> self, DeskPort &port);
    static QCoro::Task<> check(QPointer<NewSaleDialog> self, BooksPort &books, QString name);
    void layOut();
    QWidget *buttons();
    void follow(const Reading &reading);
    void press();
    void decide(const Result<void> &free);
    void ask();
    void tell(theme::Tone tone, const QString &sentence);
    void showState();
    /// Why it cannot begin now; empty if it can.
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] QString name() const;

    BooksPort &m_books;
    const PageContext m_context;
    ToneLabel *m_numbers;
    QLineEdit *m_name;
    LabelledField *m_place;
    ToneLabel *m_line;
    ActionButton *m_action = nullptr;
    qint64 m_hooks = 0; ///< undelivered webhooks, which will not be sent
    bool m_checking = false;
    bool m_agreed = false;
};

} // namespace seonchak
