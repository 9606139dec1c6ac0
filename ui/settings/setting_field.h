// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/port/settings_port.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace seonchak {

class ActionButton;
class LabelledField;
class ToneLabel;

/// One setting: its name, its editor, what it does or what is wrong with it, and for a service the button
/// that tries it. The editor is named "setting-<key>", the others after it.
class SettingField : public QWidget
{
    Q_OBJECT
public:
    SettingField(const SettingRow &row, const QString &secretsFile, QWidget *parent = nullptr);

    [[nodiscard]] const SettingRow &row() const { return m_row; }
    [[nodiscard]] QString text() const;
    /// Something other than what stands in the config file is in the field.
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    void revert();
    /// What the settings' reader says of the text.
    void showCheck(const Result<void> &checked);
    void showTrying();
    void showTried(const Result<QString> &answer);
    void setText(const QString &text);
    void takeFocus();

Q_SIGNALS:
    void edited(const QString &key);
    void testAsked(const QString &key);
    void browseAsked(const QString &key);

private:
    QWidget *editor(const QString &secretsFile);
    void addButtons(QHBoxLayout *row);
    ActionButton *addButton(const char *ending, const QString &text, const QString &help, QHBoxLayout *row);
    void takeEdit();
    void forget();

    const SettingRow m_row;
    QString m_error;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    LabelledField *m_field = nullptr;
    ToneLabel *m_result = nullptr;
    ActionButton *m_test = nullptr;
    ActionButton *m_forgetButton = nullptr;
    bool m_forget = false;
};

} // namespace seonchak
