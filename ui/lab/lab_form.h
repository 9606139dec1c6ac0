// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/setting.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;

namespace seonchak {

/// What an experiment is to be made of.
class LabForm : public QWidget
{
    Q_OBJECT
public:
    explicit LabForm(QWidget *parent = nullptr);

    /// Without the places: where the report goes and which program is run are the page's to know.
    [[nodiscard]] lab::Setting setting() const;

private:
    QWidget *strategies();
    QWidget *numbers();
    QWidget *places();
    QSpinBox *number(const QString &name, int least, int most, int value);

    QList<std::pair<Strategy, QCheckBox *>> m_strategies;
    QSpinBox *m_requests;
    QSpinBox *m_stock;
    QSpinBox *m_users;
    QSpinBox *m_rate;
    QSpinBox *m_connections;
    QDoubleSpinBox *m_failures;
    QSpinBox *m_repeats;
    QLineEdit *m_seed;
    QCheckBox *m_sqlite;
    QLineEdit *m_postgresql;
};

} // namespace seonchak
