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

/// The search fields: a part of the code (case-insensitive), the user, the status. Esc clears them. Their
/// labels have no mnemonics, because the page has its own shortcuts; Ctrl+F focuses them.
class CouponSearch : public QWidget
{
    Q_OBJECT
public:
    static constexpr int pauseMs = 250; ///< after the last key press

    explicit CouponSearch(QWidget *parent = nullptr);
    [[nodiscard]] book::Filter filter() const;
    /// Returns false for a filter that shows everything.
    [[nodiscard]] static bool isNarrow(const book::Filter &filter);
    /// False while a field is invalid: the list then shows the previous search.
    [[nodiscard]] bool isSound() const;
    void clear();
    void takeFocus();

Q_SIGNALS:
    /// The search has changed; not emitted while a field is invalid.
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
    bool m_sound = true; ///< as last reported
    QTimer m_pause;
    QString m_told = QStringLiteral("\n\n0"); ///< the last reported search: everything
};

} // namespace seonchak
