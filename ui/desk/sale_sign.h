// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QLabel>

namespace seonchak {

/// Which sale this window acts on, white on the colour that says whether it is the real one: "TEST · Autumn".
/// A long name is cut; the tool tip has it whole.
class SaleSignLabel : public QLabel
{
    Q_OBJECT
public:
    /// `isMock`: the store is imitated, so that a test sale touches nobody.
    SaleSignLabel(const SaleSign &sale, bool isMock, QWidget *parent = nullptr);
    /// Of a sale that is over, on the colour of neither.
    static SaleSignLabel *ofOldBook(const QString &name, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind { Unknown, Test, TestOnRealStore, Live, OldBook };
    SaleSignLabel(Kind kind, const QString &name, QWidget *parent);
    static Kind kindOf(const SaleSign &sale, bool isMock);
    [[nodiscard]] QString word() const;
    [[nodiscard]] QString meaning() const;
    [[nodiscard]] QColor colour() const;
    [[nodiscard]] QSize sizeOf(const QString &words) const;

    const Kind m_kind;
};

} // namespace seonchak
