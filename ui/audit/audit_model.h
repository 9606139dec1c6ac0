// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/book/book_audit.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPalette>

namespace seonchak {

/// The part of the trail read so far, newest first. Scrolling the view requests more.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Actor, Action, Detail, Result, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void start(const AuditPage &page);
    void append(const AuditPage &page);
    /// Adds newer entries on top; if the page does not reach the existing ones, starts again.
    void putNewest(const AuditPage &page);
    /// A request for more failed: the next scrolling repeats it.
    void failed() { m_asked = false; }
    [[nodiscard]] const AuditEntry *entry(int row) const;
    /// The number of all matches, if known; else the number read.
    [[nodiscard]] qint64 count() const { return m_count.value_or(m_entries.size()); }
    [[nodiscard]] bool isCounted() const { return m_count || !m_next; }
    [[nodiscard]] std::optional<qint64> next() const { return m_next; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// For the results' colours.
    void setPalette(const QPalette &palette) { m_palette = palette; }

Q_SIGNALS:
    void moreWanted(qint64 before);

private:
    [[nodiscard]] QString text(const AuditEntry &entry, int column) const;
    using Reader = QString (*)(const QString &english);
    static QString remembered(QHash<QString, QString> &known, const QString &english, Reader words);

    QList<AuditEntry> m_entries;
    std::optional<qint64> m_count;
    std::optional<qint64> m_next;
    bool m_asked = false;
    // Cached, because every paint requests them.
    mutable QHash<QString, QString> m_details;
    mutable QHash<QString, QString> m_results;
    QPalette m_palette;
};

} // namespace seonchak
