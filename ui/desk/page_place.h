// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace seonchak {

/// A person's position on a page: the selected rows, the scroll positions and the focused widget, by object
/// name. A change of language rebuilds the page and restores the position.
class PagePlace
{
public:
    static PagePlace of(QWidget &page);
    /// Restores what the page still has. Scrolling follows once the page has been laid out.
    void restore(QWidget &page) const;

private:
    QHash<QString, int> m_rows;
    QHash<QString, int> m_scrolled;
    QString m_focus;
};

} // namespace seonchak
