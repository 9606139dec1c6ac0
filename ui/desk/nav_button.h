// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace seonchak {

/// One page in the sidebar: its title, a mark if it is the current one, and a number if it has one.
class NavButton : public QAbstractButton
{
    Q_OBJECT
public:
    NavButton(const QString &key, const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Negative: unknown, as opposed to none.
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
