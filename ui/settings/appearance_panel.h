// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;

namespace seonchak {

/// The window's language and colours. A choice takes effect immediately; the window stores it.
class AppearancePanel : public QWidget
{
    Q_OBJECT
public:
    explicit AppearancePanel(QWidget *parent = nullptr);
    /// "system", "ko" or "en"; "system", "light" or "dark". These emit no signal.
    void setLanguage(const QString &language);
    void setTheme(const QString &theme);

Q_SIGNALS:
    void languageChosen(const QString &language);
    void themeChosen(const QString &theme);

private:
    QComboBox *m_language;
    QComboBox *m_theme;
};

} // namespace seonchak
