// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_form.h"

#include "ui/parts/labelled_field.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr int million = 1'000'000;
} // namespace

LabForm::LabForm(QWidget *parent)
    : QWidget(parent)
    , m_requests(number(QStringLiteral("labRequests"), 1, 10 * million, 1500))
    , m_stock(number(QStringLiteral("labStock"), 1, million, 1000))
    , m_users(number(QStringLiteral("labUsers"), 1, 10 * million, 1500))
    , m_rate(number(QStringLiteral("labRate"), 0, million, 1500))
    , m_connections(number(QStringLiteral("labConnections"), 1, 50'000, 200))
    , m_failures(new QDoubleSpinBox(this))
    , m_repeats(number(QStringLiteral("labRepeats"), 1, 1000, 5))
    , m_seed(new QLineEdit(this))
    , m_sqlite(new QCheckBox(QStringLiteral("SQLite"), this))
    , m_postgresql(new QLineEdit(this))
{
    setObjectName(QStringLiteral("labForm"));
    m_failures->setObjectName(QStringLiteral("labFailures"));
    m_failures->setRange(0, 100);
    m_failures->setDecimals(1);
    m_failures->setValue(10);
    m_failures->setSuffix(QStringLiteral(" %"));
    m_rate->setSpecialValueText(tr("as fast as they go"));
    m_seed->setObjectName(QStringLiteral("labSeed"));
    m_seed->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,18}")), m_seed));
    m_seed->setText(QString::number(QRandomGenerator::system()->bounded(1'000'000)));
    m_sqlite->setObjectName(QStringLiteral("labSqlite"));
    m_sqlite->setChecked(true);
    m_postgresql->setObjectName(QStringLiteral("labPostgresql"));
    m_postgresql->setPlaceholderText(QStringLiteral("postgresql://user:password@host:5432/postgres"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(strategies());
    layout->addWidget(numbers());
    layout->addWidget(places());
}

QSpinBox *LabForm::number(const QString &name, int least, int most, int value)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    return box;
}

QWidget *LabForm::strategies()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    constexpr int columns = 4;
    for (const Strategy strategy : allStrategies()) {
        auto *check = new QCheckBox(strategyName(strategy), box);
        check->setObjectName(QStringLiteral("labStrategy-") + strategyName(strategy));
        check->setChecked(true);
        const int at = int(m_strategies.size());
        grid->addWidget(check, at / columns, at % columns);
        m_strategies.append({strategy, check});
    }
    return box;
}

QWidget *LabForm::numbers()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    constexpr int columns = 4;
    const QList<std::pair<QString, QWidget *>> fields{
        {tr("Re&quests"), m_requests},
        {tr("&Stock"), m_stock},
        {tr("&Users"), m_users},
        {tr("Requests a second"), m_rate},
        {tr("&Connections"), m_connections},
        {tr("Refused by the store"), m_failures},
        {tr("&Repetitions"), m_repeats},
        {tr("Seed"), m_seed},
    };
    for (int i = 0; i < fields.size(); ++i) {
        grid->addWidget(new LabelledField(fields[i].first, fields[i].second, box), i / columns, i % columns);
        grid->setColumnStretch(i % columns, 1);
    }
    return box;
}

QWidget *LabForm::places()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_sqlite);
    row->addWidget(
        new LabelledField(tr("And on a &PostgreSQL server (a database of its own is made and dropped)"),
                          m_postgresql, box),
        1);
    return box;
}

lab::Setting LabForm::setting() const
{
    lab::Setting setting;
    setting.strategies.clear();
    for (const auto &[strategy, check] : m_strategies) {
        if (check->isChecked())
            setting.strategies << strategy;
    }
    setting.databases.clear();
    if (m_sqlite->isChecked())
        setting.databases << QStringLiteral("sqlite");
    if (!m_postgresql->text().trimmed().isEmpty())
        setting.databases << m_postgresql->text().trimmed();
    setting.requests = m_requests->value();
    setting.stock = m_stock->value();
    setting.users = m_users->value();
    setting.rate = m_rate->value();
    setting.connections = m_connections->value();
    setting.failureRate = m_failures->value() / 100;
    setting.repeats = m_repeats->value();
    setting.seed = m_seed->text().toULongLong();
    return setting;
}

} // namespace seonchak
