// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coupon/csv_codes.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace seonchak {

/// A code of a list, and whether it can be added.
struct JudgedCode
{
    qint64 line = 0;
    QByteArray code;
    std::optional<RefusedCode> refused = {}; ///< nullopt: it can be added
    CodeOddity oddity = CodeOddity::None;

    /// Whether a person should check it before anything is added.
    [[nodiscard]] bool isNotable() const { return refused || oddity != CodeOddity::None; }
};

/// The first codes of a list in the order of its lines, at most `most` of each kind. `onlyNotable`: only
/// refused and unusual ones.
QList<JudgedCode> judgedCodes(const QList<ListedCode> &good, const QList<RefusedCode> &refused,
                              bool onlyNotable, qsizetype most);
/// How many of the codes that can be added are unusual.
qsizetype oddCodes(const QList<ListedCode> &good);

class CodeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Code, Verdict, Columns };
    using QAbstractTableModel::QAbstractTableModel;
    void show(const QList<JudgedCode> &codes);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<JudgedCode> m_codes;
};

/// The codes of a list with their lines, and why some cannot be added. Hidden while it is empty.
class CodeTable : public QTableView
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 1000;

    explicit CodeTable(const QString &name, QWidget *parent = nullptr);
    void show(const QList<JudgedCode> &codes);

private:
    CodeModel *m_model;
};

} // namespace seonchak
