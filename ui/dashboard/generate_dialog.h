// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/issue/stock/stock.h"
#include "ui/parts/plain_dialog.h"

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace seonchak {

class DialogButtons;
class LabelledField;
class ToneLabel;

/// Asks how many coupons to generate, and their format. Errors appear beside the field while typing. Parts:
/// `generateCount`, `generatePrefix`, `generateLength`, `generatePush`, `generateAction`.
class GenerateDialog : public PlainDialog
{
    Q_OBJECT
public:
    explicit GenerateDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    void ordered(const seonchak::GenerateOrder &order);

private:
    void makeFields();
    void check();
    /// Empty if the count is valid.
    [[nodiscard]] QString countFault() const;
    [[nodiscard]] QString prefixFault() const;
    [[nodiscard]] GenerateOrder order() const;

    QLineEdit *m_count;
    QLineEdit *m_prefix;
    QSpinBox *m_length;
    QCheckBox *m_push;
    DialogButtons *m_buttons;
    LabelledField *m_countField = nullptr;
    LabelledField *m_prefixField = nullptr;
    LabelledField *m_lengthField = nullptr;
};

} // namespace seonchak
