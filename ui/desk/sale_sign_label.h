// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/port/desk_port.h"

#include <QLabel>

namespace seonchak {

/// The sale that this window acts on, in white on a colour that shows whether it is the real one: "TEST ·
/// Autumn". A long name is cut; the tool tip shows it in full.
class SaleSignLabel : public QLabel
{
    Q_OBJECT
public:
    /// `isMock`: the partner is simulated, so that a test sale affects nobody.
    SaleSignLabel(const SaleSign &sale, bool isMock, QWidget *parent = nullptr);
    /// For a sale that is over, in a neutral colour.
    static SaleSignLabel *ofOldBook(const QString &name, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Kind { Unknown, Test, TestOnRealPartner, Live, OldBook };
    SaleSignLabel(Kind kind, const QString &name, QWidget *parent);
    static Kind kindOf(const SaleSign &sale, bool isMock);
    [[nodiscard]] QString word() const;
    [[nodiscard]] QString meaning() const;
    [[nodiscard]] QColor colour() const;
    [[nodiscard]] QSize sizeOf(const QString &words) const;

    const Kind m_kind;
};

} // namespace seonchak
