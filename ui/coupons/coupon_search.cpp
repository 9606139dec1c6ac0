// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/coupon_search.h"

#include "core/coupon/code_text.h"
#include "core/coupon/coupon.h"
#include "ui/coupons/list_words.h"
#include "ui/parts/coupon_words.h"
#include "ui/parts/field_look.h"
#include "ui/parts/labelled_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>

namespace seonchak {

CouponSearch::CouponSearch(QWidget *parent)
    : QWidget(parent)
    , m_code(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_status(new QComboBox(this))
{
    setObjectName(QStringLiteral("couponSearch"));
    m_code->setObjectName(QStringLiteral("searchCode"));
    m_code->setPlaceholderText(tr("Any part of it"));
    m_code->setClearButtonEnabled(true);
    m_user->setObjectName(QStringLiteral("searchUser"));
    m_user->setPlaceholderText(tr("A number"));
    m_user->setClearButtonEnabled(true);
    m_status->setObjectName(QStringLiteral("searchStatus"));
    m_status->addItem(tr("Any"));
    for (const auto status : {CouponStatus::Staged, CouponStatus::Available, CouponStatus::Reserved,
                              CouponStatus::InDoubt, CouponStatus::Issued, CouponStatus::Void})
        m_status->addItem(CouponWords::status(status), int(status));
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &CouponSearch::tell);
    for (auto *field : {m_code, m_user}) {
        connect(field, &QLineEdit::textChanged, this, &CouponSearch::check);
        connect(field, &QLineEdit::returnPressed, this, &CouponSearch::tell);
    }
    connect(m_status, &QComboBox::currentIndexChanged, this, &CouponSearch::tell);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CouponSearch::clear);
}

void CouponSearch::layOut()
{
    m_codeField = new LabelledField(tr("Code"), m_code, this);
    m_userField = new LabelledField(tr("User ID"), m_user, this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_codeField, 3, Qt::AlignTop);
    row->addWidget(m_userField, 2, Qt::AlignTop);
    row->addWidget(new LabelledField(tr("Status"), m_status, this), 1, Qt::AlignTop);
    styleField(*m_code);
    styleField(*m_user);
}

/// Why the text cannot be part of any code: without this check the list would be empty without a reason.
QString CouponSearch::wrongWithCode() const
{
    const QByteArray part = trimmedCode(m_code->text());
    return part.isEmpty() ? QString() : ListWords::faultOf(part);
}

QString CouponSearch::wrongWithUser() const
{
    const QByteArray user = m_user->text().trimmed().toUtf8();
    return user.isEmpty() || parseId(user) ? QString() : tr("A user ID is a whole number from 1.");
}

bool CouponSearch::isSound() const
{
    return wrongWithCode().isEmpty() && wrongWithUser().isEmpty();
}

book::Filter CouponSearch::filter() const
{
    book::Filter filter;
    filter.codePart = trimmedCode(m_code->text());
    filter.user = parseId(m_user->text().trimmed().toUtf8());
    if (const QVariant status = m_status->currentData(); status.isValid())
        filter.status = CouponStatus(status.toInt());
    return filter;
}

bool CouponSearch::isNarrow(const book::Filter &filter)
{
    return !filter.codePart.isEmpty() || filter.user || filter.status;
}

void CouponSearch::clear()
{
    m_code->clear();
    m_user->clear();
    m_status->setCurrentIndex(0);
    tell();
}

void CouponSearch::takeFocus()
{
    m_code->setFocus();
    m_code->selectAll();
}

void CouponSearch::check()
{
    m_codeField->setError(wrongWithCode());
    m_userField->setError(wrongWithUser());
    m_pause.start();
    const bool sound = isSound();
    if (std::exchange(m_sound, sound) != sound)
        Q_EMIT soundnessChanged();
}

void CouponSearch::tell()
{
    m_pause.stop();
    const QString now = QStringList{m_code->text().trimmed(), m_user->text().trimmed(),
                                    QString::number(m_status->currentIndex())}
                            .join(QLatin1Char('\n'));
    if (isSound() && std::exchange(m_told, now) != now)
        Q_EMIT changed();
}

} // namespace seonchak
