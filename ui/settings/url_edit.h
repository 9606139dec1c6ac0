// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace seonchak {

/// A line for a URL. A password in it is shown as dots while it is typed, pasted and moved over, unless the
/// person asks to see it; what is copied out of the line has the dots too.
class UrlEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit UrlEdit(QWidget *parent = nullptr);

    /// The text with the password in it; text() has the dots.
    [[nodiscard]] QString meant() const { return m_meant; }
    void setMeant(const QString &text);
    [[nodiscard]] bool hasPassword() const;
    void setShown(bool shown);
    /// `text` with `sign` in the place of each sign of a password, or once for all of it.
    static QString hidden(const QString &text, QChar sign);
    static QString masked(const QString &text);

Q_SIGNALS:
    void meantChanged();

private:
    void take(const QString &now);
    void display();

    QString m_meant;
    QString m_display; ///< of the same length
    bool m_shown = false;
    bool m_displaying = false;
};

} // namespace seonchak
