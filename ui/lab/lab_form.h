// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lab/lab_draft.h"
#include "ui/lab/patient_box.h"

#include <QDoubleSpinBox>
#include <QList>
#include <QSpinBox>
#include <QWidget>

class QCheckBox;
class QComboBox;

namespace seonchak {

class LabelledField;
class ToneLabel;

/// The parameters of a comparison. Fields show what would run: values fixed by the documents or JMeter are
/// read-only, and the person's own values return afterwards.
class LabForm : public QWidget
{
    Q_OBJECT
public:
    explicit LabForm(LabDraft draft, QWidget *parent = nullptr);

    [[nodiscard]] const LabDraft &draft() const { return m_draft; }
    /// Also shows it in the field.
    void setSeed(const QString &seed);
    /// Shows each field's error beside it. Returns false if there is one; the first such field has the focus.
    bool check();

    /// The result of check(), without showing it.
    [[nodiscard]] bool isFine() const { return m_fine; }

Q_SIGNALS:
    void changed(); ///< a field changed; the draft may be the same

private:
    using Number = PatientBox<QSpinBox>;
    using Share = PatientBox<QDoubleSpinBox>;
    QWidget *strategies();
    QWidget *numbers();
    QWidget *places();
    Number *number(const QString &name, int least, int most, qint64 LabDraft::*value);
    void connectTexts();
    LabelledField *labelled(const QString &label, QWidget *field, QWidget *parent);
    void take();
    void addClients();
    void showDraft();
    static void showNumber(Number *box, qint64 value, bool own);
    QWidget *judge(); ///< marks errors; returns the first such field
    static QString noJmeter();
    [[nodiscard]] QString wrongWithNumber(const Number &box) const;
    [[nodiscard]] QString wrongWithRequests(const lab::Setting &setting) const;
    [[nodiscard]] QString wrongWithSeed() const;
    [[nodiscard]] QString wrongWithPostgresql() const;
    [[nodiscard]] QString wrongWithClient() const;
    [[nodiscard]] QString wrongWithChoice() const;

    LabDraft m_draft;
    QList<std::pair<Number *, qint64 LabDraft::*>> m_numbers;
    QList<std::pair<QWidget *, LabelledField *>> m_labelled;
    QList<std::pair<Strategy, QCheckBox *>> m_strategies;
    Number *m_requests;
    Number *m_stock;
    Number *m_users;
    Number *m_rate;
    Number *m_connections;
    Number *m_opensIn;
    Share *m_failures;
    Number *m_repeats;
    QLineEdit *m_seed;
    QCheckBox *m_sqlite;
    QLineEdit *m_postgresql;
    QComboBox *m_client;
    QCheckBox *m_documents;
    bool m_fine = true;
    bool m_hasJmeter = false;
    bool m_showing = false; ///< the fields are being set by us
    ToneLabel *m_choice;    ///< the error of the check boxes
};

} // namespace seonchak
