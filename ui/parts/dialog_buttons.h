// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDialog;

namespace seonchak {

class ActionButton;

/// The last row of a dialog: Cancel, and the action, which Enter presses. Parts: `<name>Cancel`,
/// `<name>Action`.
class DialogButtons : public QWidget
{
    Q_OBJECT
public:
    DialogButtons(const QString &name, const QString &verb, QDialog *dialog);
    /// Enables or disables the action.
    void setPossible(bool possible);

Q_SIGNALS:
    void chosen();

private:
    ActionButton *m_action;
};

} // namespace seonchak
