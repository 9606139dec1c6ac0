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

/// What of the trail is to be seen: a text, an action, days. Typing is waited for to pause.
class AuditFilterBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int typingPauseMs = 300;
    static constexpr int longestText = 200; ///< letters that are searched for

    /// `today` is what the day fields begin with.
    explicit AuditFilterBar(WallMs today, QWidget *parent = nullptr);
    [[nodiscard]] AuditFilter filter() const;
    [[nodiscard]] bool isNarrow() const; ///< anything but everything is asked for
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
