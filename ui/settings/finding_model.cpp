// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/finding_model.h"

#include "ui/port/doctor_words.h"

#include <algorithm>

namespace seonchak {

namespace {

int gravity(const doctor::Check &check)
{
    switch (check.status) {
    case doctor::Status::Failed:
        return 0;
    case doctor::Status::Warning:
        return 1;
    case doctor::Status::Skipped:
        return 2;
    case doctor::Status::Ok:
        break;
    }
    return 3;
}

} // namespace

void FindingModel::add(const doctor::Check &check)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_checks.push_back(check);
    endInsertRows();
}

void FindingModel::setAll(std::vector<doctor::Check> checks)
{
    beginResetModel();
    m_checks = std::move(checks);
    std::ranges::stable_sort(m_checks, {}, gravity);
    endResetModel();
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_checks.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &check = m_checks.at(std::size_t(index.row()));
    if (role == StatusRole)
        return int(check.status);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignTop);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case State:
        return DoctorWords::state(check.status);
    case Name:
        return DoctorWords::name(check.id);
    case Found:
        return check.found;
    default:
        return check.cure;
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Looked at");
    case Found:
        return tr("Found");
    default:
        return tr("What to do");
    }
}

} // namespace seonchak
