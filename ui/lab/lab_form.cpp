// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lab/lab_form.h"

#include "core/database/engine/database_url.h"
#include "core/lab/jmeter/jmeter_run.h"
#include "core/lab/trial/client.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QStandardItemModel>

#include <algorithm>

namespace seonchak {

namespace {

constexpr int million = 1'000'000;
constexpr int longestSeed = 18;
constexpr int longestAddress = 2000;
constexpr int clientWidth = 180;
constexpr int openingWidth = 150;
constexpr int jmeterAt = 1; ///< in the list of clients

} // namespace

LabForm::LabForm(LabDraft draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(std::move(draft))
    , m_requests(number(QStringLiteral("labRequests"), 1, 10 * million, &LabDraft::requests))
    , m_stock(number(QStringLiteral("labStock"), 1, million, &LabDraft::stock))
    , m_users(number(QStringLiteral("labUsers"), 1, 10 * million, &LabDraft::users))
    , m_rate(number(QStringLiteral("labRate"), 0, million, &LabDraft::rate))
    , m_connections(number(QStringLiteral("labConnections"), 1,
                           int(std::clamp<qint64>(lab::mostConnections(), 1, 50'000)),
                           &LabDraft::connections))
    , m_opensIn(number(QStringLiteral("labOpensIn"), 0, lab::longestWait, &LabDraft::opensIn))
    , m_failures(new Share(this))
    , m_repeats(number(QStringLiteral("labRepeats"), 1, 1000, &LabDraft::repeats))
    , m_seed(new QLineEdit(m_draft.seed, this))
    , m_sqlite(new QCheckBox(QStringLiteral("SQLite"), this))
    , m_postgresql(new QLineEdit(m_draft.postgresql, this))
    , m_client(new QComboBox(this))
    , m_documents(new QCheckBox(tr("The &documents' three tables"), this))
    , m_choice(new ToneLabel(QStringLiteral("labChoice"), this))
{
    setObjectName(QStringLiteral("labForm"));
    m_failures->setObjectName(QStringLiteral("labFailures"));
    m_failures->setRange(0, 100);
    m_failures->setDecimals(1);
    m_failures->setSuffix(QStringLiteral(" %"));
    m_rate->setSpecialValueText(tr("as fast as they go"));
    m_opensIn->setSuffix(tr(" s"));
    m_opensIn->setSpecialValueText(tr("open already"));
    m_opensIn->setMinimumWidth(openingWidth);
    m_opensIn->setToolTip(plainToolTip(tr(
        "The sale of each run opens by itself after so many seconds, and the load begins 2 seconds before: "
        "the report shows the first second in milliseconds.")));
    m_seed->setObjectName(QStringLiteral("labSeed"));
    m_seed->setMaxLength(longestSeed + 2); // One more than is right, so that too long a one is seen as such.
    m_seed->setPlaceholderText(tr("a new one each time"));
    m_sqlite->setObjectName(QStringLiteral("labSqlite"));
    m_postgresql->setObjectName(QStringLiteral("labPostgresql"));
    m_postgresql->setMaxLength(longestAddress + 1); // as of the seed
    m_postgresql->setPlaceholderText(QStringLiteral("postgresql://user:password@host:5432/postgres"));
    m_client->setObjectName(QStringLiteral("labClient"));
    addClients();
    m_client->setMinimumWidth(clientWidth);
    m_documents->setObjectName(QStringLiteral("labDocuments"));
    m_documents->setToolTip(plainToolTip(
        tr("1,500 users, each asking once within a second, 1,000 coupons, 10% refused, three strategies: the "
           "report sets what is measured here beside the documents' figures.")));
    m_choice->setTone(theme::Tone::Bad);
    m_choice->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *part : {strategies(), numbers(), places(), static_cast<QWidget *>(m_choice)})
        layout->addWidget(part);
    m_choice->hide();
    showDraft();
    connectTexts();
    judge();
}

/// JMeter is listed even if it cannot be run, with the reason.
void LabForm::addClients()
{
    const auto found = lab::findJmeter();
    m_hasJmeter = found.has_value();
    m_client->addItem(tr("the lab's own generator"));
    m_client->addItem(m_hasJmeter ? QStringLiteral("JMeter") : tr("JMeter (cannot be run here)"));
    if (m_hasJmeter)
        return;
    auto *model = qobject_cast<QStandardItemModel *>(m_client->model());
    model->item(jmeterAt)->setEnabled(false);
    const QString why = plainToolTip(noJmeter() + QLatin1Char('\n') + found.error().detail);
    m_client->setItemData(jmeterAt, why, Qt::ToolTipRole);
    m_client->setToolTip(why);
}

LabForm::Number *LabForm::number(const QString &name, int least, int most, qint64 LabDraft::*value)
{
    auto *box = new Number(this);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    box->setToolTip(tr("%1 to %2").arg(Words::number(qint64(least)), Words::number(qint64(most))));
    m_numbers.append({box, value});
    return box;
}

void LabForm::connectTexts()
{
    // The text tells of what is wrong, and only the value of what the arrows did.
    for (const auto &[box, value] : m_numbers) {
        connect(box->editor(), &QLineEdit::textChanged, this, &LabForm::take);
        connect(box, &QSpinBox::valueChanged, this, &LabForm::take);
    }
    connect(m_failures, &QDoubleSpinBox::valueChanged, this, &LabForm::take);
    for (QLineEdit *field : {m_failures->editor(), m_seed, m_postgresql})
        connect(field, &QLineEdit::textChanged, this, &LabForm::take);
    for (const auto &[strategy, check] : m_strategies)
        connect(check, &QCheckBox::toggled, this, &LabForm::take);
    for (QCheckBox *check : {m_sqlite, m_documents})
        connect(check, &QCheckBox::toggled, this, &LabForm::take);
    connect(m_client, &QComboBox::currentIndexChanged, this, &LabForm::take);
}

QWidget *LabForm::strategies()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    constexpr int columns = 4;
    for (const Strategy strategy : allStrategies()) {
        auto *check = new QCheckBox(strategyName(strategy), box);
        check->setObjectName(QStringLiteral("labStrategy-") + strategyName(strategy));
        const int at = int(m_strategies.size());
        grid->addWidget(check, at / columns, at % columns);
        m_strategies.append({strategy, check});
    }
    grid->addWidget(m_documents, int(m_strategies.size()) / columns, int(m_strategies.size()) % columns);
    return box;
}

LabelledField *LabForm::labelled(const QString &label, QWidget *field, QWidget *parent)
{
    auto *made = new LabelledField(label, field, parent);
    m_labelled.append({field, made});
    return made;
}

QWidget *LabForm::numbers()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
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
        grid->addWidget(labelled(fields[i].first, fields[i].second, box), i / columns, i % columns,
                        Qt::AlignTop);
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
    row->addWidget(labelled(tr("Requests are sent &by"), m_client, box), 0, Qt::AlignTop);
    row->addWidget(labelled(tr("The sale &opens after"), m_opensIn, box), 0, Qt::AlignTop);
    row->addWidget(m_sqlite);
    row->addWidget(labelled(tr("And on a &PostgreSQL server (a database of its own is made and dropped)"),
                            m_postgresql, box),
                   1);
    return box;
}

void LabForm::setSeed(const QString &seed)
{
    m_seed->setText(seed);
}

/// Takes over what a person may change now; the rest keeps the person's own values.
void LabForm::take()
{
    if (m_showing)
        return;
    const bool documents = m_draft.documents;
    for (const auto &[box, value] : m_numbers) {
        if (box->isEnabled() && box->hasAcceptableInput())
            m_draft.*value = box->value();
    }
    if (m_failures->isEnabled() && m_failures->hasAcceptableInput())
        m_draft.failurePercent = m_failures->value();
    if (!documents) {
        m_draft.strategies.clear();
        for (const auto &[strategy, check] : m_strategies) {
            if (check->isChecked())
                m_draft.strategies << strategy;
        }
    }
    m_draft.seed = m_seed->text().trimmed();
    m_draft.sqlite = m_sqlite->isChecked();
    m_draft.postgresql = m_postgresql->text().trimmed();
    m_draft.client = m_client->currentIndex() == jmeterAt ? lab::Client::Jmeter : lab::Client::Own;
    m_draft.documents = m_documents->isChecked();
    showDraft();
    judge();
    Q_EMIT changed();
}

void LabForm::showNumber(Number *box, qint64 value, bool own)
{
    const bool changes = box->isEnabled() != own;
    box->setEnabled(own);
    // Text being typed is left alone; if the value is fixed, an invalid text is replaced.
    if (changes || !own || (box->hasAcceptableInput() && box->value() != value))
        box->setValue(int(value));
}

void LabForm::showDraft()
{
    m_showing = true;
    const lab::Setting shown = settingOf(m_draft);
    const bool own = !m_draft.documents;
    const bool jmeter = m_draft.client == lab::Client::Jmeter;
    for (const auto &[strategy, check] : m_strategies) {
        check->setEnabled(own);
        check->setChecked(shown.strategies.contains(strategy));
    }
    showNumber(m_requests, shown.requests, own);
    showNumber(m_stock, shown.stock, own);
    showNumber(m_users, shown.users, own && !jmeter);
    showNumber(m_rate, qRound64(shown.rate), own);
    showNumber(m_connections, shown.connections, !jmeter);          // JMeter opens one for each user.
    showNumber(m_opensIn, qRound64(shown.opensIn), own && !jmeter); // Neither knows of an opening.
    showNumber(m_repeats, shown.repeats, true);
    if (m_failures->isEnabled() != own || !own || m_failures->hasAcceptableInput()) {
        m_failures->setEnabled(own);
        if (!qFuzzyCompare(1 + m_failures->value(), 1 + 100 * shown.failureRate) || !own)
            m_failures->setValue(100 * shown.failureRate);
    }
    m_sqlite->setChecked(m_draft.sqlite);
    m_client->setCurrentIndex(jmeter ? jmeterAt : 0);
    m_documents->setChecked(m_draft.documents);
    m_showing = false;
}

QString LabForm::wrongWithNumber(const Number &box) const
{
    if (!box.hasAcceptableInput())
        return tr("A number from %1 to %2")
            .arg(Words::number(qint64(box.minimum())), Words::number(qint64(box.maximum())));
    const lab::Setting setting = settingOf(m_draft);
    if (&box == m_requests)
        return wrongWithRequests(setting);
    if (setting.client != lab::Client::Jmeter)
        return {};
    const auto rate = qRound64(setting.rate);
    if (&box == m_rate && rate > 0 && setting.requests % rate != 0)
        return tr("JMeter's users arrive within whole seconds: the requests must be a multiple of this, "
                  "such as %1.")
            .arg(Words::number(setting.requests));
    return {};
}

QString LabForm::wrongWithRequests(const lab::Setting &setting) const
{
    if (setting.client == lab::Client::Jmeter && setting.requests > lab::mostJmeterUsers)
        return tr("%1 at most with JMeter: each user is a thread.").arg(Words::number(lab::mostJmeterUsers));
    if (setting.opensIn > 0 && setting.requests <= lab::requestsBeforeOpening(setting))
        return tr("More than %1: these would be over before the sale opens.")
            .arg(Words::number(lab::requestsBeforeOpening(setting)));
    return {};
}

QString LabForm::wrongWithSeed() const
{
    const QString text = m_draft.seed;
    const bool digits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && text.size() <= longestSeed
               ? QString()
               : tr("Digits only, %1 at most; empty for a new one each time.").arg(longestSeed);
}

QString LabForm::wrongWithPostgresql() const
{
    if (m_postgresql->text().size() > longestAddress)
        return tr("More than %1 letters: the rest was cut off.").arg(Words::number(qint64(longestAddress)));
    if (m_draft.postgresql.isEmpty())
        return {};
    const auto url = DatabaseUrl::parse(m_draft.postgresql, {});
    return url && url->engine == DatabaseUrl::Engine::Postgresql
               ? QString()
               : tr("This is not the address of a PostgreSQL server. Write it as in: %1")
                     .arg(m_postgresql->placeholderText());
}

QString LabForm::wrongWithClient() const
{
    return m_draft.client == lab::Client::Jmeter && !m_hasJmeter ? noJmeter() : QString();
}

QString LabForm::noJmeter()
{
    return tr(
        "JMeter cannot be run here. Install the packages jmeter and jmeter-http, or name another JMeter "
        "in the environment variable JMETER.");
}

QString LabForm::wrongWithChoice() const
{
    if (m_draft.strategies.isEmpty() && !m_draft.documents)
        return tr("Choose at least one strategy.");
    if (!m_draft.sqlite && m_draft.postgresql.isEmpty())
        return tr("Choose SQLite, or name a PostgreSQL server.");
    return {};
}

QWidget *LabForm::judge()
{
    QWidget *first = nullptr;
    for (const auto &[field, label] : m_labelled) {
        QString wrong;
        if (field == m_seed)
            wrong = wrongWithSeed();
        else if (field == m_postgresql)
            wrong = wrongWithPostgresql();
        else if (field == m_client)
            wrong = wrongWithClient();
        else if (field == m_failures)
            wrong = m_failures->hasAcceptableInput() ? QString() : tr("A share from 0 to 100 %");
        else
            wrong = wrongWithNumber(static_cast<const Number &>(*field));
        label->setError(wrong);
        if (!wrong.isEmpty() && !first)
            first = field;
    }
    const QString wrong = wrongWithChoice();
    m_choice->setText(wrong);
    m_choice->setVisible(!wrong.isEmpty());
    if (!wrong.isEmpty() && !first)
        first = m_draft.strategies.isEmpty() ? m_strategies.first().second : m_sqlite;
    m_fine = !first;
    return first;
}

bool LabForm::check()
{
    QWidget *const wrong = judge();
    if (wrong)
        wrong->setFocus();
    return !wrong;
}

} // namespace seonchak
