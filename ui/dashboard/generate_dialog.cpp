// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dashboard/generate_dialog.h"

#include "core/coupon/code_generator.h"
#include "core/coupon/code_text.h"
#include "ui/parts/dialog_buttons.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace seonchak {

namespace {
constexpr char sampleLetters[] = "7KQ2M9XATT4CW8PNQZ2HD3RZ5VB6YF4G";
constexpr int fieldWidth = 380;
} // namespace

GenerateDialog::GenerateDialog(QWidget *parent)
    : PlainDialog(parent)
    , m_count(new QLineEdit(Words::number(qint64(1000)), this))
    , m_prefix(new QLineEdit(this))
    , m_length(new QSpinBox(this))
    , m_push(new QCheckBox(tr("P&ush them into the stock at once"), this))
    , m_buttons(new DialogButtons(QStringLiteral("generate"), tr("Generate"), this))
{
    setObjectName(QStringLiteral("generateDialog"));
    setWindowTitle(tr("Generate coupons"));
    makeFields();
    auto *layout = makeLayout();
    layout->setSpacing(12);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addStrut(fieldWidth);
    for (auto *field : {m_countField, m_prefixField, m_lengthField})
        layout->addWidget(field);
    layout->addWidget(m_push);
    layout->addWidget(m_buttons);
    connect(m_buttons, &DialogButtons::chosen, this, [this] {
        Q_EMIT ordered(order());
        accept();
    });
    check();
}

void GenerateDialog::makeFields()
{
    m_count->setObjectName(QStringLiteral("generateCount"));
    m_prefix->setObjectName(QStringLiteral("generatePrefix"));
    m_prefix->setMaxLength(64); // Longer than allowed, so that it can be said.
    m_length->setObjectName(QStringLiteral("generateLength"));
    m_length->setRange(CodeGenerator::minLength, CodeGenerator::maxLength);
    m_length->setValue(GenerateOrder().length);
    m_push->setObjectName(QStringLiteral("generatePush"));
    m_push->setAccessibleName(m_push->text().remove(QLatin1Char('&')));
    m_countField = new LabelledField(tr("&How many"), m_count, this);
    m_countField->setHint(tr("1 to %1").arg(Words::number(GenerateOrder::most)));
    m_prefixField = new LabelledField(tr("P&refix (may be empty)"), m_prefix, this);
    m_prefixField->setHint(tr("Stands before each code: no white space, at most %1 bytes")
                               .arg(Words::number(qint64(longestPrefix))));
    m_lengthField = new LabelledField(tr("&Letters after the prefix"), m_length, this);
    connect(m_count, &QLineEdit::textChanged, this, &GenerateDialog::check);
    connect(m_prefix, &QLineEdit::textChanged, this, &GenerateDialog::check);
    connect(m_length, &QSpinBox::valueChanged, this, &GenerateDialog::check);
}

GenerateOrder GenerateDialog::order() const
{
    static const QRegularExpression separators(QStringLiteral("[\\s,.']"));
    bool isNumber = false;
    GenerateOrder order;
    order.count = m_count->text().remove(separators).toLongLong(&isNumber);
    if (!isNumber)
        order.count = 0;
    order.prefix = trimmedCode(m_prefix->text());
    order.length = m_length->value();
    order.push = m_push->isChecked();
    return order;
}

QString GenerateDialog::countFault() const
{
    const qint64 count = order().count;
    return count >= 1 && count <= GenerateOrder::most
               ? QString()
               : tr("Type a whole number from 1 to %1.").arg(Words::number(GenerateOrder::most));
}

QString GenerateDialog::prefixFault() const
{
    switch (prefixFlaw(order().prefix)) {
    case CodeFlaw::None:
    case CodeFlaw::Empty:
        return {};
    case CodeFlaw::TooLong:
        return tr("At most %1 bytes (a Korean letter takes three).")
            .arg(Words::number(qint64(longestPrefix)));
    case CodeFlaw::Invisible:
    case CodeFlaw::NotText:
        break;
    }
    return tr("A code has no white space and no invisible characters.");
}

void GenerateDialog::check()
{
    const auto now = order();
    const bool room = CodeGenerator::hasRoomFor(now.length, std::max<qint64>(1, now.count));
    m_countField->setError(countFault());
    m_prefixField->setError(prefixFault());
    m_lengthField->setError(room ? QString()
                                 : tr("Too short for so many: codes could be guessed. Take more letters."));
    if (!m_prefixField->hasError())
        m_lengthField->setHint(
            tr("For example: %1")
                .arg(QString::fromUtf8(now.prefix) + QString::fromLatin1(sampleLetters, now.length)));
    m_buttons->setPossible(room && !m_countField->hasError() && !m_prefixField->hasError());
}

} // namespace seonchak
