// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/parts/tone_label.h"

namespace seonchak {

/// A field under its label, with a line below for a hint or an error. The label is the field's accessible
/// name and moves the focus to it (write a "&" for the mnemonic).
class LabelledField : public QWidget
{
    Q_OBJECT
public:
    /// Takes ownership of the field. The lines are named after it: `<field>Label`, `<field>Hint`.
    LabelledField(const QString &label, QWidget *field, QWidget *parent = nullptr);
    void setHint(const QString &hint);
    /// Shown in red instead of the hint; empty: the hint again.
    void setError(const QString &error);
    [[nodiscard]] bool hasError() const { return m_line->tone() == theme::Tone::Bad; }

private:
    void showLine();

    ToneLabel *m_line;
    QString m_hint;
    QString m_error;
};

} // namespace seonchak
