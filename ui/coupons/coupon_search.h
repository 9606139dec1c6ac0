// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_reads.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace seonchak {

class LabelledField;

/// Where a person says which coupons to show: a part of the code in capital or small letters, the user, the
/// status. Esc empties it. Its labels have no mnemonics: the page has shortcuts of its own, Ctrl+F comes
/// here.
class CouponSearch : public QWidget
{
    Q_OBJECT
public:
    static constexpr int pauseMs = 250; ///< after the last key

    explicit CouponSearch(QWidget *parent = nullptr);
    [[nodiscard]] book::Filter filter() const;
    /// False of a filter that shows everything.
    [[nodiscard]] static bool isNarrow(const book::Filter &filter);
    /// False while something in the fields cannot be searched for: the list is of the search before.
    [[nodiscard]] bool isSound() const;
    void clear();
    void takeFocus();

Q_SIGNALS:
    /// Something else is searched for; not while it cannot be.
    void changed();
    void soundnessChanged();

private:
    void layOut();
    void check();
    void tell();
    [[nodiscard]] QString wrongWithCode() const;
    [[nodiscard]] QString wrongWithUser() const;

    QLineEdit *m_code;
    QLineEdit *m_user;
    QComboBox *m_status;
    LabelledField *m_codeField = nullptr;
    LabelledField *m_userField = nullptr;
    bool m_sound = true; ///< as it was told
    QTimer m_pause;
    QString m_told = QStringLiteral("\n\n0"); ///< what was last searched for: everything
};

} // namespace seonchak
