// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/coupons/judged_code.h"

#include <QTableView>

namespace seonchak {

class CodeModel;

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
