// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QValidator>

#include <algorithm>

namespace seonchak {

/// A spin box that keeps an invalid text, so that the page can show the error beside it. Standard ones ignore
/// the keys, or replace the number when they lose the focus.
template <typename Box>
class PatientBox : public Box
{
public:
    explicit PatientBox(QWidget *parent = nullptr)
        : Box(parent)
    {
        constexpr int longest = 24;
        Box::lineEdit()->setMaxLength(longest);
    }
    [[nodiscard]] QLineEdit *editor() const { return Box::lineEdit(); }

protected:
    QValidator::State validate(QString &input, int &position) const override
    {
        // Pasted text often ends with a line break or includes its unit. Qt has added our suffix by now.
        const QString suffix = Box::suffix();
        if (!suffix.isEmpty() && input.endsWith(suffix))
            input.chop(suffix.size());
        input = input.trimmed();
        if (const QString unit = suffix.trimmed(); !unit.isEmpty() && input.endsWith(unit))
            input = input.chopped(unit.size()).trimmed();
        input += suffix;
        position = std::min(position, int(input.size()));
        const auto state = Box::validate(input, position);
        return state == QValidator::Invalid ? QValidator::Intermediate : state;
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        if (Box::hasAcceptableInput())
            Box::focusOutEvent(event);
        else
            QWidget::focusOutEvent(event);
    }
    void hideEvent(QHideEvent *event) override
    {
        if (Box::hasAcceptableInput())
            Box::hideEvent(event);
        else
            QWidget::hideEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!enter || Box::hasAcceptableInput())
            Box::keyPressEvent(event);
    }
};

} // namespace seonchak
