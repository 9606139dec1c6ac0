// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/error.h"
#include "ui/port/settings_port.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace seonchak {

class ActionButton;
class LabelledField;
class ToneLabel;
class UrlEdit;

/// One setting: its name, its editor, its description or error, the running value if it differs, and for a
/// service the test button. The editor is named "setting-<key>", the others after it.
class SettingField : public QWidget
{
    Q_OBJECT
public:
    SettingField(const SettingRow &row, const QString &secretsFile, QWidget *parent = nullptr);

    [[nodiscard]] const SettingRow &row() const { return m_row; }
    /// The setting's text: without a unit, with the password of a URL.
    [[nodiscard]] QString text() const;
    /// Whether the text differs from the config file.
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }
    /// If the last test of the present text failed: the library's message; else empty.
    [[nodiscard]] QString notReached() const { return m_notReached; }
    /// Its password has changed: the last test is about another login.
    void dropTest();
    void revert();
    /// Shows the settings reader's verdict on the text.
    void showCheck(const Result<void> &checked);
    void showTrying();
    void showTried(const Result<QString> &answer);
    /// The text as typed in the field, and its setter.
    [[nodiscard]] QString typed() const;
    void setText(const QString &typed);
    [[nodiscard]] bool isForgotten() const { return m_forget; }
    void forget();
    void takeFocus();

Q_SIGNALS:
    void edited(const QString &key);
    void testAsked(const QString &key);
    void browseAsked(const QString &key);

private:
    void addLines();
    QWidget *editor(const QString &secretsFile);
    void makeLine(const QString &secretsFile, QWidget *box);
    void addButtons(QHBoxLayout *row);
    void addShowButton(QHBoxLayout *row);
    ActionButton *addButton(const char *ending, const QString &text, const QString &help, QHBoxLayout *row);
    void takeEdit();
    void refuseTooLong();
    void tidy();

    const SettingRow m_row;
    QString m_error;
    QString m_notReached;
    QString m_kept; ///< the text before the latest edit
    UrlEdit *m_url = nullptr;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    LabelledField *m_field = nullptr;
    ToneLabel *m_result = nullptr;
    ActionButton *m_test = nullptr;
    ActionButton *m_show = nullptr;
    ActionButton *m_forgetButton = nullptr;
    bool m_forget = false;
    bool m_tooLong = false;
};

} // namespace seonchak
