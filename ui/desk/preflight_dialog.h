// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/preflight.h"
#include "ui/parts/plain_dialog.h"
#include "ui/port/desk_port.h"

class QLineEdit;
class QProgressBar;
class QTableView;

namespace seonchak {

class ActionButton;
class FindingModel;
class LabelledField;
class ToneLabel;

/// The doctor's findings before the real sale opens. Green: continue freely. Red: only after typing the
/// sale's name, and this is recorded. Parts: `preflightLine`, `preflightFindings`, `preflightTyped`,
/// `preflightAgain`, `preflightGo`, `preflightStay`.
class PreflightDialog : public PlainDialog
{
    Q_OBJECT
public:
    /// The preflight must outlive it.
    PreflightDialog(Preflight &preflight, QString act, const SaleSign &sale, QWidget *parent = nullptr);

private:
    void layOut();
    void setUpTable();
    QWidget *buttons();
    void examine();
    void end(const Preflight::Answer &answer);
    void showState();
    void goOn();
    [[nodiscard]] bool isFit() const;

    Preflight &m_preflight;
    const QString m_act;
    const QString m_name; ///< must be typed to continue despite findings
    ToneLabel *m_line;
    QProgressBar *m_progress;
    FindingModel *m_model;
    QTableView *m_table;
    QLineEdit *m_typed;
    LabelledField *m_typing;
    ActionButton *m_stay = nullptr;
    ActionButton *m_again = nullptr;
    ActionButton *m_go = nullptr;
    std::optional<Preflight::Answer> m_answer; ///< nullopt: still examining
};

} // namespace seonchak
