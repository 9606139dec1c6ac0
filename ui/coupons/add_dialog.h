// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include "core/coupon/csv_codes.h"
#include "ui/parts/plain_dialog.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

class QCheckBox;

namespace seonchak {

class ActionButton;
class CodeTable;
class LabelledField;
class PasteField;
class ToneLabel;

/// Adds one code, or many pasted ones: one a line, or separated by commas, semicolons and tabs. Immediately
/// shows invalid codes with the reason, asks the book which of them exist, and marks unusual ones; the others
/// are added together or not at all. Checking leaves no entry in the audit trail.
class AddDialog : public PlainDialog
{
    Q_OBJECT
public:
    static constexpr qsizetype longestText = 1'000'000;    ///< characters; for more there is the CSV import
    static constexpr qsizetype sliceSize = mostCodesAsked; ///< codes in one query to the book

    /// The port must outlive it.
    explicit AddDialog(DeskPort &port, QWidget *parent = nullptr);
    /// Ignored while the codes are being added.
    void reject() override;

Q_SIGNALS:
    void added(qint64 count, qint64 pushed);

private:
    static QCoro::Task<> run(QPointer<AddDialog> self, DeskPort &port, QList<QByteArray> codes, bool push);
    static QCoro::Task<> runLookUp(QPointer<AddDialog> self, DeskPort &port, QList<QByteArray> codes,
                                   int round);
    void layOut();
    QWidget *buttons();
    void follow();
    void judge();
    void tell();
    void tellTaken(qsizetype count);
    void lookUp();
    void endLookUp(const std::optional<Error> &error);
    void add();
    void end(const Result<Added> &result);
    void setBusy(bool busy);
    void say(const QString &sentence, bool failed);

    DeskPort &m_port;
    PasteField *m_text;
    LabelledField *m_field = nullptr;
    QCheckBox *m_split;
    QCheckBox *m_push;
    ToneLabel *m_line;
    CodeTable *m_codes;
    ActionButton *m_add = nullptr;
    ActionButton *m_cancel = nullptr;
    QList<ListedCode> m_good;
    qsizetype m_refused = 0;
    bool m_tooLong = false;
    QSet<QByteArray> m_taken;         ///< the book has them
    QSet<QByteArray> m_known;         ///< the book was asked about them
    std::optional<Error> m_unchecked; ///< why it is unknown which exist
    QTimer m_pause;                   ///< until typing pauses
    int m_round = 0;                  ///< of the lookup; answers to an older one are ignored
    bool m_looking = false;
    bool m_addNext = false; ///< as soon as it is known which exist
    bool m_busy = false;
};

} // namespace seonchak
