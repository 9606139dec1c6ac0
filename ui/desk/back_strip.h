// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace seonchak {

class ActionButton;

/// The way back from a page that another page opened: "← Coupons". Escape does the same while it is seen.
class BackStrip : public QWidget
{
    Q_OBJECT
public:
    explicit BackStrip(QWidget *parent = nullptr);
    /// `where`: the title of the page that it leads to; empty: there is no way back, the strip is hidden.
    void lead(const QString &where);

Q_SIGNALS:
    void backAsked();

private:
    ActionButton *m_button;
};

} // namespace seonchak
