// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace seonchak {

/// One page in the sidebar: its title, a mark where it is the one on the desk, a number where there is one.
class NavButton : public QAbstractButton
{
    Q_OBJECT
public:
    NavButton(const QString &key, const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Negative: nobody knows, which is not none.
    void setCount(qint64 count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();

    const QString m_key;
    qint64 m_count = 0;
};

} // namespace seonchak
