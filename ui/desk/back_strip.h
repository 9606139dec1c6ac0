// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace seonchak {

class ActionButton;

/// The link back from a page that another page opened: "← Coupons". Escape does the same while it is visible.
class BackStrip : public QWidget
{
    Q_OBJECT
public:
    explicit BackStrip(QWidget *parent = nullptr);
    /// `where`: the title of the page to return to; empty: hides the strip.
    void lead(const QString &where);

Q_SIGNALS:
    void backAsked();

private:
    ActionButton *m_button;
};

} // namespace seonchak
