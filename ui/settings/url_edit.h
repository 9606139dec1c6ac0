// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace seonchak {

/// A line edit for a URL. A password in it is shown as dots, also while typing, pasting and moving the
/// cursor, unless the person asks to see it; copied text has the dots too.
class UrlEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit UrlEdit(QWidget *parent = nullptr);

    /// The text with the password; text() has the dots.
    [[nodiscard]] QString meant() const { return m_meant; }
    void setMeant(const QString &text);
    [[nodiscard]] bool hasPassword() const;
    void setShown(bool shown);
    /// `text` with `sign` for each character of a password, or once for the whole password.
    static QString hidden(const QString &text, QChar sign);
    static QString masked(const QString &text);

Q_SIGNALS:
    void meantChanged();

private:
    void take(const QString &now);
    void display();

    QString m_meant;
    QString m_display; ///< of the same length as the text
    bool m_shown = false;
    bool m_displaying = false;
};

} // namespace seonchak
