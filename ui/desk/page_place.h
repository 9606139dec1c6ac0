// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace seonchak {

/// Where a person was on a page: the chosen row of its lists, how far its areas are scrolled, and which
/// widget has the keyboard, by their object names. The page is made anew with a change of language; the place
/// stays.
class PagePlace
{
public:
    static PagePlace of(QWidget &page);
    /// As far as the page has the same widgets. Scrolling follows once it has been laid out.
    void restore(QWidget &page) const;

private:
    QHash<QString, int> m_rows;
    QHash<QString, int> m_scrolled;
    QString m_focus;
};

} // namespace seonchak
