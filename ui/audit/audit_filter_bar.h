// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLayout;
class QLineEdit;

namespace seonchak {

class ToneLabel;

/// The filter of the trail: a text, an action, days. Waits for a pause in typing.
class AuditFilterBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int typingPauseMs = 300;
    static constexpr int longestText = 200; ///< the longest search text

    /// `today` is the initial value of the day fields.
    explicit AuditFilterBar(WallMs today, QWidget *parent = nullptr);
    [[nodiscard]] AuditFilter filter() const;
    [[nodiscard]] bool isNarrow() const; ///< a filter is set
    void clear();
    void takeFocus();

Q_SIGNALS:
    void changed();

private:
    QWidget *day(QCheckBox *check, QDateEdit *date, WallMs today);
    void layOut(WallMs today);
    QLayout *fields(WallMs today);
    void tellLength();

    QLineEdit *m_text;
    ToneLabel *m_hint;
    QComboBox *m_action;
    QCheckBox *m_hasFrom;
    QDateEdit *m_from;
    QCheckBox *m_hasUntil;
    QDateEdit *m_until;
    QTimer m_typing;
};

} // namespace seonchak
