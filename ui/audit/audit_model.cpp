// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_model.h"

#include "ui/audit/audit_phrases.h"
#include "ui/audit/audit_words.h"
#include "ui/parts/moment.h"
#include "ui/parts/tone_label.h"

namespace seonchak {

void AuditModel::start(const AuditPage &page)
{
    beginResetModel();
    m_entries = page.items;
    m_count = page.count;
    m_next = page.next;
    m_asked = false;
    endResetModel();
}

void AuditModel::append(const AuditPage &page)
{
    m_asked = false;
    m_next = page.next;
    if (page.items.isEmpty())
        return;
    const int first = int(m_entries.size());
    beginInsertRows({}, first, first + int(page.items.size()) - 1);
    m_entries += page.items;
    endInsertRows();
}

void AuditModel::putNewest(const AuditPage &page)
{
    const auto isKnown = [this](const AuditEntry &entry) {
        return !m_entries.isEmpty() && entry.id <= m_entries.first().id;
    };
    const auto known = std::ranges::find_if(page.items, isKnown);
    if (m_entries.isEmpty() || known == page.items.end()) {
        if (page.items != m_entries)
            start(page);
        return;
    }
    const int fresh = int(known - page.items.begin());
    if (fresh == 0)
        return;
    beginInsertRows({}, 0, fresh - 1);
    m_entries = page.items.first(fresh) + m_entries;
    if (m_count)
        *m_count += fresh;
    endInsertRows();
}

const AuditEntry *AuditModel::entry(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_asked;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreWanted(*m_next);
}

/// A cache bounded by clearing it: a person who scrolls through years of entries does not return to all of
/// them.
QString AuditModel::remembered(QHash<QString, QString> &known, const QString &english, Reader words)
{
    constexpr qsizetype most = 4000;
    if (const auto found = known.constFind(english); found != known.constEnd())
        return *found;
    if (known.size() >= most)
        known.clear();
    return *known.insert(english, words(english));
}

QString AuditModel::text(const AuditEntry &entry, int column) const
{
    switch (column) {
    case Time:
        return moment::full(entry.at);
    case Actor:
        return AuditWords::actor(entry.actor);
    case Action:
        return AuditWords::action(entry.action);
    case Detail:
        return remembered(m_details, entry.detail, [](const QString &english) {
            return AuditPhrases::translated(english).replace(QLatin1Char('\n'), QStringLiteral(" · "));
        });
    default:
        return remembered(m_results, entry.result, &AuditWords::result);
    }
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    const AuditEntry *one = index.isValid() ? entry(index.row()) : nullptr;
    if (!one)
        return {};
    if (role == Qt::DisplayRole)
        return text(*one, index.column());
    if (role == Qt::ToolTipRole && (index.column() == Detail || index.column() == Result))
        return plainToolTip(text(*one, index.column()));
    if (role == Qt::ForegroundRole && index.column() == Result)
        return theme::colour(m_palette, AuditWords::tone(one->result));
    return {};
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Actor:
        return tr("Who");
    case Action:
        return tr("What");
    case Detail:
        return tr("Details");
    default:
        return tr("Result");
    }
}

} // namespace seonchak
